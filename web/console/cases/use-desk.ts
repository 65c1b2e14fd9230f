import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import type { Beside, Board } from "../../../server/http/desk/wire.ts";
import { consolePaths } from "../../../server/http/paths.ts";
import type { AlarmItem, Case, QueueItem } from "../../../server/http/wire.ts";
import { deskApi } from "../answering/desk-api.ts";
import { api, Refused } from "../api.ts";
import { isWaiting } from "./views.ts";

export type Opened = Case & { readonly beside: Beside };

export interface LiveDesk {
  readonly board: Board;
  readonly closed: readonly QueueItem[];
  readonly opened: Opened | undefined;
  readonly alarms: readonly AlarmItem[];
  readonly problem: string;
  readonly chosen: string | undefined;
  readonly choose: (id: string) => void;
  readonly refresh: () => void;
  readonly refused: (fault: unknown) => void;
}

type News = Pick<LiveDesk, "board" | "closed" | "alarms">;

const nothing: News = { board: { items: [], now: 0, duty: { onDuty: true, open: 0, cap: 0 } }, closed: [], alarms: [] };

/** The queue and the open case as the server has them; read again whenever it says that something changed. */
export function useDesk({ onGone, readsClosed }: { readonly onGone: () => void; readonly readsClosed: boolean }): LiveDesk {
  const [news, setNews] = useState<News>(nothing);
  const [opened, setOpened] = useState<Opened>();
  const [chosen, choose] = useState<string>();
  const [problem, setProblem] = useState("");
  const read = useRef(new Map<string, number>());
  const wanted = useRef({ chosen, readsClosed });
  wanted.current = { chosen, readsClosed };

  const refused = useCallback(
    (fault: unknown) => {
      if (fault instanceof Refused && fault.code === "not-signed-in") onGone();
      else setProblem(fault instanceof Error ? fault.message : "Có trục trặc.");
    },
    [onGone],
  );
  const refreshOnce = useCallback(async () => {
    const { chosen: id, readsClosed: all } = wanted.current;
    const [fresh, case_] = await Promise.all([readNews(all), id === undefined ? undefined : openCase(id)]);
    setNews(fresh);
    if (wanted.current.chosen === id) setOpened(case_);
    setTitle(fresh.board);
    await markRead(case_, read.current);
  }, []);
  const again = useOneAtATime(refreshOnce, refused);
  const refresh = useCallback(() => {
    setProblem("");
    again();
  }, [again]);
  useEffect(again, [chosen, readsClosed, again]);
  useNews(again, setProblem);
  const refusedAndRead = useCallback(
    (fault: unknown) => {
      refused(fault);
      again();
    },
    [refused, again],
  );
  return { ...news, opened, problem, chosen, choose, refresh, refused: refusedAndRead };
}

async function readNews(readsClosed: boolean): Promise<News> {
  const [board, { alarms }, closed] = await Promise.all([deskApi.board(), api.alarms(), readsClosed ? deskApi.closed() : []]);
  return { board, alarms, closed };
}

function useNews(again: () => void, say: (problem: string) => void): void {
  useEffect(() => {
    const stream = new EventSource(consolePaths.events);
    stream.addEventListener("open", () => say(""));
    stream.addEventListener("changed", again);
    stream.addEventListener("error", () => say("Đang nối lại…"));
    return () => stream.close();
  }, [again, say]);
}

/** While one run is under way, one more is remembered, however often it is asked for. */
function useOneAtATime(run: () => Promise<void>, refused: (fault: unknown) => void): () => void {
  const state = useRef({ running: false, wanted: false });
  return useCallback(() => {
    state.current.wanted = true;
    if (state.current.running) return;
    state.current.running = true;
    const loop = async () => {
      while (state.current.wanted) {
        state.current.wanted = false;
        await run().catch(refused);
      }
      state.current.running = false;
    };
    void loop();
  }, [run, refused]);
}

/** One that is gone is as none. */
async function openCase(id: string): Promise<Opened | undefined> {
  try {
    const [opened, beside] = await Promise.all([api.read(id), deskApi.beside(id)]);
    return { ...opened, beside };
  } catch (fault) {
    if (fault instanceof Refused && fault.code === "not-found") return undefined;
    throw fault;
  }
}

/** What stands on a screen that somebody looks at is read. */
async function markRead(opened: Opened | undefined, read: Map<string, number>): Promise<void> {
  const last = opened?.messages.at(-1)?.sequence;
  if (opened === undefined || last === undefined || document.hidden || read.get(opened.item.id) === last) return;
  read.set(opened.item.id, last);
  await deskApi.markRead(opened.item.id, last);
}

function setTitle({ items }: Board): void {
  const waiting = items.filter(isWaiting).length;
  const isAlarm = items.some(({ alarm }) => alarm);
  document.title = `${isAlarm ? "! " : ""}${waiting > 0 ? `(${waiting}) ` : ""}Bàn tư vấn`;
}
