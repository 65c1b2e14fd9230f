import type { VNode } from "preact";
import { useState } from "preact/hooks";
import { Refused } from "../api.ts";
import type { SectionProps } from "../section.ts";
import { Editor } from "../writing/editor.tsx";
import { Entries } from "./entries.tsx";
import { EntryPage } from "./entry-page.tsx";
import { RevisionPage } from "./revision-page.tsx";
import "./editing.css";

/** Where one is in this section. */
export type Place =
  | { readonly kind: "list" }
  | { readonly kind: "entry"; readonly id: string }
  | { readonly kind: "revision"; readonly id: string }
  | { readonly kind: "editor"; readonly id: string };

export interface PlaceProps extends SectionProps {
  readonly go: (place: Place) => void;
  /** Says what was refused. */
  readonly onRefused: (fault: unknown) => void;
}

/** The knowledge: found, read, written, approved. */
export function Knowledge({ me, onGone }: SectionProps): VNode {
  const [place, setPlace] = useState<Place>({ kind: "list" });
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
      {place.kind !== "list" && (
        <p>
          <button type="button" class="button" onClick={() => go({ kind: "list" })}>
            ← Danh sách mục
          </button>
        </p>
      )}
      {shown(place, props)}
    </div>
  );
}

function shown(place: Place, props: PlaceProps): VNode {
  switch (place.kind) {
    case "list":
      return <Entries {...props} />;
    case "entry":
      return <EntryPage key={place.id} id={place.id} {...props} />;
    case "revision":
      return <RevisionPage key={place.id} id={place.id} {...props} />;
    case "editor":
      return <Editor key={place.id} id={place.id} {...props} />;
  }
}
