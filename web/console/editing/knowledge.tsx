import type { VNode } from "preact";
import { useState } from "preact/hooks";
import { Refused } from "../api.ts";
import type { SectionProps } from "../section.ts";
import { Editor } from "../writing/editor.tsx";
import { Cases } from "./cases.tsx";
import { Entries } from "./entries.tsx";
import { EntryPage } from "./entry-page.tsx";
import { Impact } from "./impact.tsx";
import { RevisionPage } from "./revision-page.tsx";
import { Sheets } from "./sheets.tsx";
import { UnansweredQuestions } from "./unanswered.tsx";
import { mayKeep } from "./words.ts";
import "./editing.css";

/** Where one is in this section. */
export type Place =
  | { readonly kind: "list" | "cases" | "unanswered" | "sheets" | "impact" }
  | { readonly kind: "entry"; readonly id: string }
  | { readonly kind: "revision"; readonly id: string }
  | { readonly kind: "editor"; readonly id: string };

export interface PlaceProps extends SectionProps {
  readonly go: (place: Place) => void;
  /** Says what was refused. */
  readonly onRefused: (fault: unknown) => void;
}

const tabs = [
  { kind: "list", name: "Các mục" },
  { kind: "cases", name: "Từ cuộc trò chuyện" },
  { kind: "unanswered", name: "Chưa trả lời được" },
  { kind: "impact", name: "Sắp hết hiệu lực" },
  { kind: "sheets", name: "Excel" },
] as const;

/** The knowledge: found, read, written, approved. */
export function Knowledge({ me, onGone }: SectionProps): VNode {
  const [place, setPlace] = useState<Place>({ kind: mayKeep(me) ? "list" : "cases" });
  const [problem, setProblem] = useState("");
  const go = (next: Place) => {
    setProblem("");
    setPlace(next);
    scrollTo(0, 0);
  };
  const onRefused = (fault: unknown) => {
    if (fault instanceof Refused && fault.code === "not-signed-in") onGone();
    else setProblem(fault instanceof Error ? fault.message : "Có trục trặc. Thử lại.");
  };
  const props = { me, onGone, go, onRefused };
  return (
    <div class="page editing">
      <p class="problem" role="status">
        {problem}
      </p>
      <nav class="tabs" aria-label="Trong phần Kiến thức">
        {(mayKeep(me) ? tabs : tabs.slice(0, 2)).map(({ kind, name }) => (
          <button type="button" class="button" aria-current={place.kind === kind ? "page" : undefined} onClick={() => go({ kind })}>
            {name}
          </button>
        ))}
      </nav>
      {shown(place, props)}
    </div>
  );
}

function shown(place: Place, props: PlaceProps): VNode {
  switch (place.kind) {
    case "list":
      return <Entries {...props} />;
    case "cases":
      return <Cases {...props} />;
    case "unanswered":
      return <UnansweredQuestions {...props} />;
    case "sheets":
      return <Sheets {...props} />;
    case "impact":
      return <Impact {...props} />;
    case "entry":
      return <EntryPage key={place.id} id={place.id} {...props} />;
    case "revision":
      return <RevisionPage key={place.id} id={place.id} {...props} />;
    case "editor":
      return <Editor key={place.id} id={place.id} {...props} />;
  }
}
