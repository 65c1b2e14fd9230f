import type { Entry } from "../../../knowledge/passage.ts";
import { type Day, isInForce } from "../../../knowledge/provision.ts";
import { html } from "../pages/html.ts";
import type { Page } from "../pages/layout.ts";
import { entryPage } from "../reading/addresses.ts";

/** What machines read of a page: its feed, and its question and answer. The data is never run as script. */
export function metaOf({ data, feed }: Pick<Page, "data" | "feed">) {
  // Within a script element nothing is unescaped: a closing tag in a text must not be one.
  const json = data && JSON.stringify(data).replaceAll("<", "\\u003c");
  return html`
    ${feed && html`<link rel="alternate" type="application/atom+xml" href=${feed} title="Luật mới đổi" />`}
    ${json && html`<script type="application/ld+json" dangerouslySetInnerHTML=${{ __html: json }}></script>`}`;
}

/** One question with its answer, as search engines know it (schema.org); none for old law, which must not be found as today's. */
export function answerData(entry: Entry, today: Day, publicUrl: string): object | undefined {
  if (!isInForce(entry.inForce, today)) return undefined;
  return { "@context": "https://schema.org", "@type": "QAPage", mainEntity: questionOf(entry, publicUrl) };
}

/** All questions of a list. */
export function listData(entries: readonly Entry[], publicUrl: string): object | undefined {
  if (entries.length === 0) return undefined;
  return { "@context": "https://schema.org", "@type": "FAQPage", mainEntity: entries.map((entry) => questionOf(entry, publicUrl)) };
}

function questionOf(entry: Entry, publicUrl: string): object {
  const url = publicUrl + entryPage(entry);
  return {
    "@type": "Question",
    name: entry.question,
    answerCount: 1,
    acceptedAnswer: { "@type": "Answer", text: entry.short, url },
  };
}
