import type { RefObject, VNode } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";

const letters: readonly (readonly [key: string, what: string])[] = [
  ["j", "xuống dòng dưới (hoặc mũi tên xuống)"],
  ["k", "lên dòng trên (hoặc mũi tên lên)"],
  ["Enter", "mở cuộc đang chọn"],
  ["c", "nhận trả lời"],
  ["r", "vào ô soạn"],
  ["f", "tìm điều luật, câu đã có"],
  ["n", "ghi chú"],
  ["s", "gác lại"],
  ["p", "chuyển cho đồng nghiệp"],
  ["x", "kết thúc"],
  ["?", "mở bảng phím này"],
  ["Esc", "rời ô soạn, về hàng chờ"],
];
const switchedOff = "tat-phim-tat";

/** One key a step, from row to row and into the case; what a letter does stands at its button or box as `aria-keyshortcuts`. */
export function Keys({ desk }: { readonly desk: RefObject<HTMLDivElement | null> }): VNode {
  const [isOn, setIsOn] = useState(localStorage.getItem(switchedOff) === null);
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      const root = desk.current;
      if (root === null || event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
      const isWriting = event.target instanceof HTMLElement && event.target.matches("input, textarea, select");
      if (isWriting) return event.key === "Escape" ? focusRow(root, 0) : undefined;
      if (isOn && event.key === "?") dialog.current?.showModal();
      else if (act(event, root, isOn)) event.preventDefault();
    };
    document.addEventListener("keydown", pressed);
    return () => document.removeEventListener("keydown", pressed);
  }, [isOn]);
  const turn = (on: boolean) => {
    if (on) localStorage.removeItem(switchedOff);
    else localStorage.setItem(switchedOff, "1");
    setIsOn(on);
  };
  return (
    <>
      <button type="button" class="button" onClick={() => dialog.current?.showModal()}>
        Phím tắt (?)
      </button>
      <dialog ref={dialog} aria-labelledby="phim-tat">
        <h2 id="phim-tat">Phím tắt</h2>
        <dl class="keys">
          {letters.map(([key, what]) => (
            <div key={key}>
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{what}</dd>
            </div>
          ))}
        </dl>
        <p>
          <label>
            <input type="checkbox" checked={isOn} onChange={(event) => turn(event.currentTarget.checked)} /> Dùng phím một chữ
          </label>
        </p>
        <button type="button" class="button" onClick={() => dialog.current?.close()}>
          Đóng
        </button>
      </dialog>
    </>
  );
}

/** True when the key was one of ours. */
function act({ key }: KeyboardEvent, root: HTMLElement, isOn: boolean): boolean {
  const isAtRow = document.activeElement?.matches("[data-case]") ?? false;
  if (key === "ArrowDown" && isAtRow) focusRow(root, 1);
  else if (key === "ArrowUp" && isAtRow) focusRow(root, -1);
  else if (!isOn) return false;
  else if (key === "j") focusRow(root, 1);
  else if (key === "k") focusRow(root, -1);
  else return use(root, key.toLowerCase());
  return true;
}

function use(root: HTMLElement, key: string): boolean {
  const target = /^[a-z]$/.test(key) ? root.querySelector<HTMLElement>(`[aria-keyshortcuts="${key}"]`) : null;
  if (target === null) return false;
  if (target.matches("button, summary")) target.click();
  else target.focus();
  return true;
}

/** So many rows on from the one with the focus, else the chosen one, else the first. */
export function focusRow(root: HTMLElement, step: number): void {
  const rows = [...root.querySelectorAll<HTMLElement>("[data-case]")];
  const at = rows.findIndex((row) => row.matches(":focus"));
  const chosen = rows.findIndex((row) => row.hasAttribute("aria-current"));
  const from = at >= 0 ? at + step : Math.max(chosen, 0);
  const row = rows[Math.min(Math.max(from, 0), rows.length - 1)];
  (row ?? root.querySelector<HTMLElement>("h2"))?.focus();
}

/** Where what had the focus is gone with the last change, the keyboard goes on at the nearest row. */
export function useKeptFocus(desk: RefObject<HTMLDivElement | null>): void {
  const last = useRef<Element | null>(null);
  useEffect(() => {
    const focused = (event: FocusEvent) => {
      last.current = event.target instanceof Element ? event.target : null;
    };
    document.addEventListener("focusin", focused);
    return () => document.removeEventListener("focusin", focused);
  }, []);
  useEffect(() => {
    const isLost = document.activeElement === document.body && last.current !== null && !last.current.isConnected;
    if (isLost && desk.current) focusRow(desk.current, 0);
  });
}
