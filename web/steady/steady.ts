import type { Asked, Told } from "./asked.ts";
import { showKept } from "./show-kept.ts";

// On every page: starts the worker, offers to keep the page, and leaves quickly without a trace. Pages are whole without it.

const workerPath: typeof import("../../server/http/steady/wire.ts").workerPath = "/sw.js";
// Names whose files would be one more request: the compiler sees that they are the same.
const draftName: typeof import("../draft.ts").draftName = "hoi-dap-soan-san";
const ownDevice = "may-rieng";

const worker: Promise<ServiceWorkerRegistration> | undefined = "serviceWorker" in navigator ? start() : undefined;
// Nobody waits for it: where it fails the pages are as they were.
worker?.catch(() => undefined);
const offer = document.querySelector<HTMLElement>("[data-keep]");
if (offer && worker) void worker.then(() => prepareOffer(offer));
const keptHere = document.querySelector<HTMLElement>("[data-kept-here]");
if (keptHere && worker) {
  showKept(keptHere, { ask, isOwn: () => read(ownDevice) !== null, setOwn: (own) => write(ownDevice, own ? "1" : null) });
}

addEventListener("click", (event) => {
  const tapped = event.target instanceof Element ? event.target.closest("a") : null;
  if (tapped?.matches(".quick-exit")) leave(event, tapped.href);
  const words = tapped?.dataset.draft;
  if (words !== undefined) sessionStorage.setItem(draftName, words);
});
addEventListener("submit", (event) => {
  if (!(event.target instanceof HTMLFormElement) || !event.target.matches("[data-wipe]")) return;
  sessionStorage.clear();
  localStorage.clear();
});

/** After the page, so that it takes nothing from what is being read. */
async function start(): Promise<ServiceWorkerRegistration> {
  if (document.readyState !== "complete") await new Promise((resolve) => addEventListener("load", resolve, { once: true }));
  await navigator.serviceWorker.register(workerPath);
  return await navigator.serviceWorker.ready;
}

async function ask(asked: Asked): Promise<Told> {
  const { active } = (await worker) ?? {};
  if (!active) return { failed: true };
  return await new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => resolve(data);
    active.postMessage(asked, [port2]);
  });
}

function prepareOffer(place: HTMLElement): void {
  const button = place.querySelector("button");
  const said = place.querySelector("[role=status]");
  if (button === null || said === null) return;
  place.dataset.ready = "";
  button.addEventListener("click", async () => {
    said.textContent = "Đang giữ…";
    const told = await ask({ kind: "keep", path: location.pathname, title: document.title });
    said.textContent = "failed" in told ? "Chưa giữ được. Anh/chị thử lại khi mạng khỏe hơn." : "Đã giữ. Mất mạng vẫn mở được trang này.";
  });
}

/** Of two who hear this tap, whoever is first leads away; what was kept goes unless the person said the device is theirs alone. */
function leave(event: Event, quietPage: string): void {
  if (read(ownDevice) === null) navigator.serviceWorker?.controller?.postMessage({ kind: "forget" } satisfies Asked);
  if (event.defaultPrevented) return;
  event.preventDefault();
  sessionStorage.clear();
  document.body.replaceChildren();
  location.replace(quietPage);
}

function read(name: string): string | null {
  return localStorage.getItem(name);
}

function write(name: string, value: string | null): void {
  if (value === null) localStorage.removeItem(name);
  else localStorage.setItem(name, value);
}
