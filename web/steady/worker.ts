import { editionHeader, emergencyPath, goodUntilHeader, keptListMark, offlinePath } from "../../server/http/steady/wire.ts";
import type { Asked, Kept } from "./asked.ts";
import { markedPage } from "./marked-page.ts";

// Without a network: the lines to call, always, and the pages somebody asked to keep. Never anything that was said or answered.

const emergency = "so-goi";
const kept = "giu-lai";
const newestKey = "/~moi-nhat";
const keptAtHeader = "Kept-At";
const titleHeader = "Kept-Title";
/** Beyond it the page kept longest ago goes. */
const mostKept = 40;
const dayMs = 86_400_000;
/** A network that says nothing for so long is none, where there is a copy. */
const patienceMs = 5_000;
const notOurs = /^\/(?:api|console|chat|webhooks|metrics|healthz|readyz)(?:\/|$)/;

/** What there is of a worker's own world; the types of the two worlds exclude each other. */
interface World {
  readonly location: Location;
  readonly registration: ServiceWorkerRegistration;
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(name: "install" | "activate", hear: (event: Lasting) => void): void;
  addEventListener(name: "fetch", hear: (event: Fetching) => void): void;
  addEventListener(name: "message", hear: (event: Lasting & MessageEvent<Asked>) => void): void;
}
interface Lasting {
  waitUntil(work: Promise<unknown>): void;
}
interface Fetching extends Lasting {
  readonly request: Request;
  readonly preloadResponse: Promise<Response | undefined>;
  respondWith(answer: Promise<Response>): void;
}
const world = self as unknown as World;

world.addEventListener("install", (event) => event.waitUntil(keepEmergency().then(() => world.skipWaiting())));
world.addEventListener("activate", (event) =>
  event.waitUntil(Promise.all([world.clients.claim(), world.registration.navigationPreload?.enable()])),
);
world.addEventListener("message", (event) => {
  const done = obey(event.data);
  event.waitUntil(done);
  void done.then(
    (answer) => event.ports[0]?.postMessage(answer),
    () => event.ports[0]?.postMessage({ failed: true }),
  );
});
world.addEventListener("fetch", (event) => {
  const { pathname, origin } = new URL(event.request.url);
  if (event.request.method !== "GET" || origin !== world.location.origin || notOurs.test(pathname)) return;
  if (event.request.mode === "navigate") event.respondWith(pageFor(event, pathname));
  // What the build made never changes under its name.
  else if (/^\/(?:assets\/|icon\.svg$)/.test(pathname))
    event.respondWith(caches.match(event.request, { ignoreVary: true }).then((found) => found ?? fetch(event.request)));
});

async function pageFor(event: Fetching, path: string): Promise<Response> {
  const copy = await find(path);
  try {
    const answer = await fromNetwork(event, copy !== undefined);
    if (answer.status >= 500 && copy !== undefined) return await marked(copy);
    event.waitUntil(heed(answer));
    return answer;
  } catch (fault) {
    if (copy !== undefined) return await marked(copy);
    const offline = await find(offlinePath);
    if (offline === undefined) throw fault;
    return await marked(offline);
  }
}

async function fromNetwork(event: Fetching, isImpatient: boolean): Promise<Response> {
  const answer = (async () => (await event.preloadResponse) ?? (await fetch(event.request)))();
  if (!isImpatient) return await answer;
  const tired = new Promise<never>((_resolve, reject) => {
    setTimeout(() => reject(new Error("no answer")), patienceMs);
  });
  return await Promise.race([answer, tired]);
}

function find(path: string): Promise<Response | undefined> {
  return caches.match(path, { ignoreVary: true });
}

/** The copy with its day on it, and a warning where it may be old law. */
async function marked(copy: Response): Promise<Response> {
  const newest = await (await find(newestKey))?.text();
  const list = await keptPages();
  const html = markedPage(await copy.text(), {
    keptAt: Number(copy.headers.get(keptAtHeader)),
    now: Date.now(),
    goodUntil: copy.headers.get(goodUntilHeader) ?? undefined,
    isOlder: newest !== undefined && newest !== copy.headers.get(editionHeader),
    list,
    listMark: keptListMark,
  });
  return new Response(html, { status: 200, headers: copy.headers });
}

/** A newer release of the knowledge: what is kept is fetched anew, the lines to call once a day besides. */
async function heed(answer: Response): Promise<void> {
  const edition = answer.headers.get(editionHeader);
  if (edition === null) return;
  const known = await (await find(newestKey))?.text();
  const lines = await find(emergencyPath);
  if (known === edition && Date.now() - Number(lines?.headers.get(keptAtHeader)) < dayMs) return;
  await (await caches.open(emergency)).put(newestKey, new Response(edition));
  await keepEmergency();
  if (known !== edition) for (const { path, title } of await keptPages()) await keep(kept, path, title).catch(() => undefined);
}

async function keepEmergency(): Promise<void> {
  await keep(emergency, emergencyPath, "");
  await keep(emergency, offlinePath, "");
}

/** A page, as it is now, and what it looks like. */
async function keep(place: string, path: string, title: string): Promise<void> {
  const answer = await fetch(path, { credentials: "omit" });
  if (answer.status === 404 && place === kept) return void (await (await caches.open(place)).delete(path));
  if (!answer.ok || answer.redirected) throw new Error(`${path}: ${answer.status}`);
  const html = await answer.text();
  const cache = await caches.open(place);
  for (const [, file] of html.matchAll(/(?:href|src)="(\/(?:assets\/[\w.-]+\.css|icon\.svg))"/g))
    if (file !== undefined && (await cache.match(file)) === undefined) await cache.add(file);
  const headers = new Headers(answer.headers);
  for (const name of ["Content-Encoding", "Content-Length", "ETag"]) headers.delete(name);
  headers.set(keptAtHeader, String(Date.now()));
  headers.set(titleHeader, encodeURIComponent(title));
  await cache.put(path, new Response(html, { headers }));
}

/** Newest last. */
async function keptPages(): Promise<readonly Kept[]> {
  if (!(await caches.has(kept))) return [];
  const cache = await caches.open(kept);
  const found: Kept[] = [];
  for (const request of await cache.keys()) {
    const headers = (await cache.match(request))?.headers;
    const at = Number(headers?.get(keptAtHeader));
    if (at > 0) found.push({ path: new URL(request.url).pathname, title: decodeURIComponent(headers?.get(titleHeader) ?? ""), at });
  }
  return found.sort((a, b) => a.at - b.at);
}

async function obey(asked: Asked): Promise<unknown> {
  switch (asked.kind) {
    case "keep": {
      const others = (await keptPages()).filter(({ path }) => path !== asked.path);
      for (const { path } of others.slice(0, Math.max(0, others.length + 1 - mostKept))) await (await caches.open(kept)).delete(path);
      await keep(kept, asked.path, asked.title);
      return { pages: await keptPages() };
    }
    case "let-go":
      await (await caches.open(kept)).delete(asked.path);
      return { pages: await keptPages() };
    case "list":
      return { pages: await keptPages() };
    case "forget":
      await caches.delete(kept);
      return { pages: [] };
  }
}
