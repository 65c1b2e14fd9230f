import type { Asked, Kept, Told } from "./asked.ts";

export interface Keeping {
  readonly ask: (asked: Asked) => Promise<Told>;
  readonly isOwn: () => boolean;
  readonly setOwn: (own: boolean) => void;
}

/** The list of what this device keeps, each with a button to let it go. */
export function showKept(place: HTMLElement, { ask, isOwn, setOwn }: Keeping): void {
  const list = place.querySelector("[data-kept-list]");
  const none = place.querySelector<HTMLElement>("[data-kept-none]");
  const own = place.querySelector<HTMLInputElement>("[data-own-device]");
  if (list === null || none === null || own === null) return;
  const show = (told: Told) => {
    if ("failed" in told) return;
    list.replaceChildren(...told.pages.map(row));
    none.hidden = told.pages.length > 0;
    place.hidden = false;
    const otherwise = document.querySelector<HTMLElement>("[data-needs-script]");
    if (otherwise) otherwise.hidden = true;
  };
  const row = ({ path, title }: Kept) => {
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.href = path;
    link.textContent = title;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button";
    button.textContent = "Bỏ";
    button.setAttribute("aria-label", `Bỏ: ${title}`);
    button.addEventListener("click", () => void ask({ kind: "let-go", path }).then(show));
    item.append(link, " ", button);
    return item;
  };
  own.checked = isOwn();
  own.addEventListener("change", () => setOwn(own.checked));
  void ask({ kind: "list" }).then(show);
}
