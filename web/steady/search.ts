import type { Found } from "../../server/http/steady/wire.ts";

// Searching while one writes. Without it the form is sent as any form. What is written goes in the body of a request, into no address.

const findPath: typeof import("../../server/http/steady/wire.ts").findPath = "/api/tim";
const afterMs = 250;
/** Whoever writes nothing for so long has asked what they wanted to. */
const doneAfterMs = 1_500;

const form = document.querySelector<HTMLFormElement>("form.search");
const box = form?.querySelector<HTMLInputElement>("input");
const said = document.querySelector<HTMLElement>("[data-said]");
const list = document.querySelector<HTMLElement>("[data-found]");
const goOn = document.querySelector<HTMLElement>("[data-go-on]");

if (form && box && said && list && goOn) {
  let underWay = new AbortController();
  let timer = 0;
  const later = (ms: number, done: boolean) => {
    clearTimeout(timer);
    timer = window.setTimeout(() => void find(done), ms);
  };
  const find = async (done: boolean) => {
    clearTimeout(timer);
    underWay.abort();
    const mine = new AbortController();
    underWay = mine;
    const text = box.value.trim();
    if (text === "") return show({ text, found: [] });
    try {
      const found = await ask({ text, done }, mine.signal);
      if (mine.signal.aborted) return;
      show({ text, found });
      if (!done) later(doneAfterMs, true);
    } catch {
      // Searched for something else meanwhile: nothing is wrong.
      if (!mine.signal.aborted) said.textContent = "Chưa tìm được, có thể mất mạng hoặc gõ nhanh quá. Anh/chị chờ một chút rồi bấm “Tìm”.";
    }
  };
  box.addEventListener("input", () => later(afterMs, false));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void find(true);
  });
  if (box.value !== "") void find(false);

  const show = ({ text, found }: Found & { readonly text: string }) => {
    list.replaceChildren(...found.map(row));
    said.textContent = text === "" ? "" : found.length > 0 ? `Tìm thấy ${found.length} câu.` : "Em chưa tìm thấy câu nào khớp.";
    goOn.hidden = text === "";
    draft("[data-ask]", text);
    draft("[data-ask-person]", `Tôi muốn gặp tư vấn viên. Tôi tìm: ${text}`);
  };
  const draft = (link: string, words: string) => {
    const found = goOn.querySelector<HTMLElement>(link);
    if (found) found.dataset.draft = words;
  };
}

async function ask(body: { readonly text: string; readonly done: boolean }, signal: AbortSignal): Promise<Found["found"]> {
  const headers = { "content-type": "application/json" };
  const response = await fetch(findPath, { method: "POST", headers, body: JSON.stringify(body), signal, cache: "no-store" });
  if (!response.ok) throw new Error(String(response.status));
  const { found }: Found = await response.json();
  return found;
}

function row({ page, question, short }: Found["found"][number]): HTMLLIElement {
  const item = document.createElement("li");
  const link = document.createElement("a");
  // The server's own addresses; never one of another site or kind.
  link.href = /^\/[a-z]/.test(page) ? page : "/";
  link.textContent = question;
  const words = document.createElement("p");
  words.textContent = short;
  item.append(link, words);
  return item;
}
