import { realTimer, type Timer } from "../../work/timer.ts";
import type { Graph } from "../messenger/graph.ts";

export interface SenderActions {
  /** Shows that it is read and an answer is being written. Never fails: nothing hangs on it. */
  show(to: { readonly account: string; readonly recipient: string; readonly at: number }): void;
  /** Until nothing is under way for this person: "typing" after the answer would promise another. */
  settled(recipient: string): Promise<void>;
}

/** An answer is worth more than the order of the two. */
const longestWaitMs = 2_000;

/** Each is a call of its own; typing ends with the next message or after 20 seconds. */
export function openSenderActions(graph: Graph, timer: Timer = realTimer): SenderActions {
  const underWay = new Map<string, Promise<void>>();
  return {
    show({ account, recipient, at }) {
      const act = async (sender_action: string) =>
        await graph.call({ method: "POST", path: `${account}/messages`, body: { recipient: { id: recipient }, sender_action }, at });
      const before = underWay.get(recipient) ?? Promise.resolve();
      const acting = before
        .then(async () => {
          if ((await act("mark_seen")).kind === "done") await act("typing_on");
        })
        .finally(() => {
          if (underWay.get(recipient) === acting) underWay.delete(recipient);
        });
      underWay.set(recipient, acting);
    },
    async settled(recipient) {
      const acting = underWay.get(recipient);
      if (acting !== undefined) await inTime(acting, timer);
    },
  };
}

function inTime(acting: Promise<void>, timer: Timer): Promise<void> {
  return new Promise((resolve) => {
    const callOff = timer(longestWaitMs, resolve);
    const done = () => {
      callOff();
      resolve();
    };
    acting.then(done, done);
  });
}
