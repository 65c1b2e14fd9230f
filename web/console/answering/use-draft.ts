import { useEffect, useRef, useState } from "preact/hooks";
import type { Draft } from "../../../server/http/desk/wire.ts";
import { newId } from "../../new-id.ts";
import { deskApi } from "./desk-api.ts";

export interface KeptDraft extends Draft {
  /** Whether the server has every word of it. */
  readonly isKept: boolean;
  readonly write: (text: string) => void;
  /** It has gone out: the next words are another message. */
  readonly done: () => void;
}

const afterMs = 400;
const againMs = 3_000;

/** Words being written: the server keeps them a moment later, this tab until then. `clientId` makes a send that is repeated one message. */
export function useDraft(id: string, kept: Draft | undefined): KeptDraft {
  const key = `nhap-${id}`;
  const [draft, setDraft] = useState<Draft>(() => readTab(key) ?? kept ?? { clientId: newId(), text: "" });
  const [isKept, setIsKept] = useState(readTab(key) === undefined);
  const latest = useRef(draft);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const keep = async () => {
    const saving = latest.current;
    try {
      await deskApi.saveDraft(id, saving);
      if (latest.current !== saving) return;
      sessionStorage.removeItem(key);
      setIsKept(true);
    } catch {
      // What cannot be kept now is kept by the tab, and tried again.
      timer.current = setTimeout(() => void keep(), againMs);
    }
  };
  const change = (next: Draft) => {
    latest.current = next;
    setDraft(next);
    setIsKept(false);
    sessionStorage.setItem(key, JSON.stringify(next));
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void keep(), afterMs);
  };
  useEffect(() => {
    if (!isKept) void keep();
    return () => {
      clearTimeout(timer.current);
      if (sessionStorage.getItem(key) !== null)
        void deskApi.saveDraft(id, latest.current).then(() => sessionStorage.removeItem(key), ignore);
    };
  }, []);
  return {
    ...draft,
    isKept,
    write: (text) => change({ ...latest.current, text }),
    done: () => change({ clientId: newId(), text: "" }),
  };
}

function readTab(key: string): Draft | undefined {
  const written = sessionStorage.getItem(key);
  // Written by this page, as it was.
  return written === null ? undefined : (JSON.parse(written) as Draft);
}

function ignore(): void {
  // The tab still has it.
}
