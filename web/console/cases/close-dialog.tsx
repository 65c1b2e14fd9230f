import type { VNode } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { wordsOf } from "../field.tsx";

export const closeReasons: Readonly<Record<string, string>> = {
  answered: "Đã trả lời xong",
  referred: "Đã chỉ sang nơi khác",
  "no-reply": "Người hỏi không trả lời nữa",
  "not-for-us": "Không thuộc việc của mình",
};

export function CloseDialog({ onClose, onReason }: { readonly onClose: () => void; readonly onReason: (reason: string) => void }): VNode {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} onClose={onClose} aria-labelledby="ket-thuc">
      <form
        method="dialog"
        onSubmit={(event) => {
          const { reason } = wordsOf(event.currentTarget);
          if (reason) onReason(reason);
        }}
      >
        <h2 id="ket-thuc">Kết thúc cuộc trò chuyện?</h2>
        {Object.entries(closeReasons).map(([reason, label], position) => (
          <p>
            <label>
              <input type="radio" name="reason" value={reason} defaultChecked={position === 0} /> {label}
            </label>
          </p>
        ))}
        <p class="buttons">
          <button type="submit" class="button primary">
            Kết thúc
          </button>{" "}
          <button type="button" class="button" onClick={() => dialog.current?.close()}>
            Chưa
          </button>
        </p>
      </form>
    </dialog>
  );
}
