import type { VNode } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { Refused } from "../api.ts";
import { Field, wordsOf } from "../field.tsx";
import { rightsApi } from "./rights-api.ts";

export interface Proving {
  /** Does it; asks for password and code first when the server wants them shown anew. Words of a refusal go to `problem`. */
  readonly run: (doing: () => Promise<unknown>) => void;
  readonly problem: string;
  /** Must stand somewhere on the page. */
  readonly dialog: VNode | false;
}

export function useProving(): Proving {
  const [waiting, setWaiting] = useState<() => Promise<unknown>>();
  const [problem, setProblem] = useState("");
  const run = (doing: () => Promise<unknown>) => {
    setProblem("");
    doing().catch((refused: Error) => {
      if (refused instanceof Refused && refused.code === "prove-again") setWaiting(() => doing);
      else setProblem(refused.message);
    });
  };
  const proved = () => {
    setWaiting(undefined);
    if (waiting) run(waiting);
  };
  const dialog = waiting !== undefined && <ProveDialog onDone={proved} onClose={() => setWaiting(undefined)} />;
  return { run, problem, dialog };
}

function ProveDialog({ onDone, onClose }: { readonly onDone: () => void; readonly onClose: () => void }): VNode {
  const dialog = useRef<HTMLDialogElement>(null);
  const [problem, setProblem] = useState("");
  useLayoutEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} onClose={onClose} aria-labelledby="chung-minh">
      <h2 id="chung-minh">Đúng là anh/chị?</h2>
      <p>Việc này quan trọng. Anh/chị nhập lại mật khẩu và mã; năm phút tới không hỏi nữa.</p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          rightsApi.prove(wordsOf(event.currentTarget)).then(onDone, (refused: Error) => setProblem(refused.message));
        }}
      >
        <Field name="password" label="Mật khẩu" type="password" autocomplete="current-password" />
        <Field name="code" label="Mã 6 số, hoặc một mã dự phòng" autocomplete="one-time-code" />
        <p role="alert" class="problem">
          {problem}
        </p>
        <p class="buttons">
          <button type="submit" class="button primary">
            Tiếp tục
          </button>{" "}
          <button type="button" class="button" onClick={() => dialog.current?.close()}>
            Thôi
          </button>
        </p>
      </form>
    </dialog>
  );
}
