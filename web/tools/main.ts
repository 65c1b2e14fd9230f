import { keepDraft } from "../draft.ts";
import { openSteps } from "./steps.ts";
import "./result.css";
import "./tools.css";

// The pages are whole without this. With it: a step is no page load, "back" needs no sending again, print and send have buttons.

const steps = openSteps(sessionStorage);
let isSending = false;
/** Of two pages asked for, only the one asked for last is shown. */
let asked = 0;

prepare();
void returnTo(history.state);
addEventListener("popstate", (event) => void returnTo(event.state));
addEventListener("submit", (event) => {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || form.method !== "post") return;
  event.preventDefault();
  void send(form, event.submitter);
});
addEventListener("click", (event) => {
  const tapped = event.target instanceof Element ? event.target.closest("[data-print], [data-send], a[href^='#']") : null;
  if (tapped instanceof HTMLAnchorElement) goWithin(event, tapped.hash.slice(1));
  else if (tapped?.matches("[data-print]")) print();
  else if (tapped?.matches("[data-send]")) openChat();
});

async function send(form: HTMLFormElement, button: HTMLElement | null): Promise<void> {
  if (isSending) return;
  isSending = true;
  const sent = new FormData(form, button);
  const body = new URLSearchParams([...sent].map(([key, value]) => [key, String(value)])).toString();
  const page = await load(body);
  isSending = false;
  if (page === undefined) return;
  history.pushState({ step: steps.keep(body) }, "");
  show(page);
}

/** Shows the step of an entry in the history; where none is kept, the beginning. */
async function returnTo(state: unknown): Promise<void> {
  const step = typeof state === "object" && state !== null && "step" in state ? String(state.step) : undefined;
  const isStart = document.querySelector("[name=trang-thai]") === null;
  if (step === undefined && isStart) return;
  const page = await load(step === undefined ? undefined : steps.find(step));
  if (page !== undefined) show(page);
}

/** The page that answers what was sent, or the beginning; undefined, with a word to the person, where it does not come. */
async function load(body: string | undefined): Promise<Document | undefined> {
  const mine = ++asked;
  try {
    const sent = body === undefined ? {} : { method: "POST", body: new URLSearchParams(body) };
    const response = await fetch(location.pathname, { ...sent, cache: "no-store", signal: AbortSignal.timeout(15_000) });
    if (response.status === 429 || response.status >= 500) throw new Error(String(response.status));
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    return mine === asked ? page : undefined;
  } catch {
    if (mine === asked) tellTrouble();
    return undefined;
  }
}

function show(page: Document): void {
  const fresh = page.querySelector("main");
  if (fresh === null) return;
  document.querySelector("main")?.replaceWith(document.adoptNode(fresh));
  document.title = page.title;
  prepare();
  const first = document.querySelector<HTMLElement>(".error-summary") ?? document.querySelector<HTMLElement>("main h1");
  first?.setAttribute("tabindex", "-1");
  first?.focus({ preventScroll: true });
  scrollTo(0, 0);
}

function prepare(): void {
  for (const part of document.querySelectorAll<HTMLElement>("[data-with-script]")) part.hidden = false;
  for (const part of document.querySelectorAll<HTMLElement>("[data-without-script]")) part.hidden = true;
}

function tellTrouble(): void {
  const place = document.querySelector("main form") ?? document.querySelector("main");
  const words = document.createElement("p");
  words.className = "note";
  words.setAttribute("role", "alert");
  words.textContent = "Chưa gửi được, có thể mất mạng. Anh/chị chờ một chút rồi bấm lại. Câu trả lời vẫn còn.";
  document.querySelector("main [role=alert].note")?.remove();
  place?.prepend(words);
}

/** A link to a place on the page is no step: it leaves no mark in the history. */
function goWithin(event: Event, id: string): void {
  const place = document.getElementById(id);
  if (place === null) return;
  event.preventDefault();
  if (place.tabIndex < 0) place.setAttribute("tabindex", "-1");
  place.focus();
  place.scrollIntoView({ block: "start" });
}

function openChat(): void {
  keepDraft(sessionStorage, document.querySelector<HTMLTextAreaElement>("[data-summary]")?.value ?? "");
  location.assign("/#hoi");
}
