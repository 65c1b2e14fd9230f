import type { RefObject } from "preact";
import { useRef } from "preact/hooks";

export interface Inserting {
  readonly noteCursor: () => void;
  readonly insert: (words: string) => void;
}

/** Puts words into a box that has lost the focus, which does not always know where its cursor was. */
export function useInsert(box: RefObject<HTMLTextAreaElement | null>, write: (text: string) => void): Inserting {
  const cursor = useRef<number | undefined>(undefined);
  return {
    noteCursor: () => {
      cursor.current = box.current?.selectionStart;
    },
    insert: (words) => {
      if (box.current === null) return;
      const before = box.current.value.length;
      const longer = insertAt(box.current, words, cursor.current);
      cursor.current = (cursor.current ?? before) + longer.length - before;
      write(longer);
    },
  };
}

/** Puts words where the cursor stood, else at the end; apart from what is around them by a line. */
export function insertAt(box: HTMLTextAreaElement, words: string, at = box.value.length): string {
  const { value } = box;
  // The stroke that asked for them is no part of the answer.
  const before = value.slice(0, at).replace(/(^|\n)\/$/, "$1");
  const glue = before === "" || before.endsWith("\n") ? "" : "\n";
  const after = value.slice(at);
  const text = `${before}${glue}${words}${after === "" || after.startsWith("\n") ? after : `\n${after}`}`;
  const cursor = before.length + glue.length + words.length;
  // At once: later it would take the focus from where the person has gone meanwhile.
  box.value = text;
  box.focus();
  box.setSelectionRange(cursor, cursor);
  return text;
}
