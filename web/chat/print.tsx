import type { VNode } from "preact";

/** Prints the message it stands in, with every article it rests on, and nothing else of the page. */
export function Print(): VNode {
  return (
    <p class="print">
      <button type="button" class="button" onClick={(event) => printMessage(event.currentTarget.closest("li"))}>
        In kết quả
      </button>
    </p>
  );
}

const printing = "printing";

function printMessage(message: Element | null): void {
  if (message === null) return;
  for (const link of message.querySelectorAll("a")) link.dataset.address = link.href;
  const folded = [...message.querySelectorAll("details:not([open])")] as HTMLDetailsElement[];
  const setOpen = (open: boolean) => {
    for (const each of folded) each.open = open;
    for (const each of [document.body, message]) each.classList.toggle(printing, open);
  };
  addEventListener("afterprint", () => setOpen(false), { once: true });
  setOpen(true);
  print();
}
