import type { VNode } from "preact";
import type { Memory } from "./memory.ts";

const quietPage = "https://www.google.com/";

/** The way out of the chat where it stands alone: pages of the site have their own, which leaves nothing of this tab behind. */
export function QuickExit({ memory }: { readonly memory: Memory }): VNode | null {
  if (document.querySelector("a.quick-exit") !== null) return null;
  const leave = () => {
    if (!memory.remembers()) memory.forget();
    location.replace(quietPage);
  };
  return (
    <button type="button" class="button quick-exit" onClick={leave}>
      Thoát nhanh
    </button>
  );
}
