import { openMemory } from "./chat/memory.ts";
import { takeDraft } from "./draft.ts";
import { openSteps } from "./tools/steps.ts";

let hasLeft = false;

/** The quick exit: nothing of this visit stays on the page, in this tab, or behind its "back". */
export function offerQuickExit(): void {
  addEventListener("click", (event) => {
    const exit = event.target instanceof Element ? event.target.closest("a.quick-exit") : null;
    if (!(exit instanceof HTMLAnchorElement)) return;
    event.preventDefault();
    leave(exit.href);
  });
  addEventListener("pageshow", (event) => {
    // Whoever left and comes back finds nothing.
    if (event.persisted && hasLeft) location.reload();
  });
}

function leave(quietPage: string): void {
  hasLeft = true;
  openSteps(sessionStorage).forget();
  takeDraft(sessionStorage);
  const memory = openMemory(sessionStorage, localStorage);
  if (!memory.remembers()) memory.forget();
  document.querySelector("main")?.replaceChildren();
  location.replace(quietPage);
}
