import { html } from "../pages/html.ts";

/** Plain text as an entry has it, as paragraphs and lists; never as markup. */
export function paragraphs(text: string) {
  return text.split(/\n{2,}/).map((block) => {
    const rows = block.split("\n").filter((row) => row.trim() !== "");
    if (rows.every((row) => row.startsWith("- "))) return html`<ul>${rows.map((row) => html`<li>${row.slice(2)}</li>`)}</ul>`;
    if (rows.every((row) => /^\d+\. /.test(row))) return html`<ol>${rows.map((row) => html`<li>${row.replace(/^\d+\. /, "")}</li>`)}</ol>`;
    return html`<p>${rows.join(" ")}</p>`;
  });
}
