import type { VNode } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { Say, WireMessage } from "../../server/http/wire.ts";

export type OutgoingChoice = Extract<WireMessage["content"], { from: "us" }>["message"]["choices"][number];

/** Buttons; one that has more to say than its label says it below. */
export function Choices({
  choices,
  onChoose,
}: {
  readonly choices: readonly OutgoingChoice[];
  readonly onChoose: (content: Say["content"]) => void;
}): VNode | null {
  const list = useRef<HTMLUListElement>(null);
  const hasChosen = useRef(false);
  // Whoever chose one stays among the buttons: the next ones take the place of those that went.
  useEffect(() => {
    if (choices.length === 0 || !hasChosen.current) return;
    hasChosen.current = false;
    list.current?.querySelector("button")?.focus({ preventScroll: true });
  }, [choices]);
  const choose = (choice: OutgoingChoice) => {
    hasChosen.current = true;
    onChoose(contentOf(choice));
  };
  if (choices.length === 0) return null;
  return (
    <ul ref={list} class={choices.some(({ says }) => says !== undefined) ? "choices long" : "choices"} aria-label="Chọn nhanh">
      {choices.map((choice) => (
        <li key={choice.value}>
          <button type="button" class={`button ${aside.test(choice.value) ? "aside" : ""}`} onClick={() => choose(choice)}>
            {choice.label}
            <More choice={choice} />
          </button>
        </li>
      ))}
    </ul>
  );
}

/** Ways out of a question, beside its answers. */
const aside = /^pv:[^:]+:(?:lui|sau)$|^lenh:|^gop:/;

function More({ choice: { label, says = label } }: { readonly choice: OutgoingChoice }): VNode | null {
  const more = says.startsWith(`${label}: `) ? says.slice(label.length + 2) : says;
  return more === label ? null : <span class="more"> {more}</span>;
}

/** A choice without an order of its own is the question itself. */
function contentOf({ label, value }: OutgoingChoice): Say["content"] {
  return /^(hoi|lenh|pv|gop):/.test(value) ? { kind: "choice", label, value } : { kind: "text", text: value };
}
