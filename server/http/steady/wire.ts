// Constants the worker and the pages in web/ share with the server; no library here, so that they stay small.

/** Which release of the knowledge a page came from. */
export const editionHeader = "Library-Edition";
/** The last day on which what the page says is law, where the library knows it. */
export const goodUntilHeader = "Good-Until";

/** The worker that serves kept pages when there is no network. */
export const workerPath = "/sw.js";
/** Shown by the worker in place of a page that was not kept. */
export const offlinePath = "/mat-mang";
/** Where the worker lists on that page what was kept. */
export const keptListMark = "data-kept-pages";
/** The lines to call: kept on every device. */
export const emergencyPath = "/duong-day-nong";
/** What is kept on this device, and how to be rid of it. */
export const keptPath = "/giu-tren-may";
/** POST: everything this site left on the device is gone. */
export const wipePath = "/xoa-dau-vet";

/** POST { text, done } → Found. */
export const findPath = "/api/tim";

export interface Found {
  readonly found: readonly { readonly page: string; readonly question: string; readonly short: string }[];
}
