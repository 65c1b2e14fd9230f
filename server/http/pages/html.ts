import { html } from "htm/preact";
import type { ComponentChildren, VNode } from "preact";
import { renderToString } from "preact-render-to-string";

// The door to preact on the server: every value put into a page is escaped by the renderer; there is no way to put in markup.

export { html };

export type Node = VNode | VNode[];
export type Children = ComponentChildren;

export function renderPage(page: Node): string {
  return `<!doctype html>${Array.isArray(page) ? page.map((part) => renderToString(part)).join("") : renderToString(page)}`;
}
