import type { VNode } from "preact";
import { useEffect } from "preact/hooks";
import type { Memory } from "./memory.ts";

const quietPage = "https://www.google.com/";

/** The way out forgets the conversation. Within a page of the site it is the page's own link; the chat alone has a button. */
export function QuickExit({ memory }: { readonly memory: Memory }): VNode | null {
  const link = document.querySelector<HTMLAnchorElement>("a.quick-exit");
  const forget = () => {
    if (!memory.remembers()) memory.forget();
  };
  useEffect(() => {
    link?.addEventListener("click", forget);
    return () => link?.removeEventListener("click", forget);
  }, [link, memory]);
  const leave = () => {
    forget();
    location.replace(quietPage);
  };
  return link === null ? (
    <button type="button" class="button quick-exit" onClick={leave}>
      Thoát nhanh
    </button>
  ) : null;
}
