const name = "co-chu";
const page = document.documentElement;

/** Three sizes of letters, remembered on this device; the page had the chosen one before it was painted (early.ts). */
export function offerTextSizes(machine: Storage): void {
  show();
  addEventListener("click", ({ target }) => {
    const size = target instanceof HTMLElement ? target.dataset.size : undefined;
    if (size === undefined || !(target instanceof HTMLButtonElement)) return;
    page.dataset.size = size;
    if (size === "vua") machine.removeItem(name);
    else machine.setItem(name, size);
    show();
  });
}

function show(): void {
  const chosen = page.dataset.size ?? "vua";
  for (const button of document.querySelectorAll("button[data-size]"))
    button.setAttribute("aria-pressed", String(button.getAttribute("data-size") === chosen));
}
