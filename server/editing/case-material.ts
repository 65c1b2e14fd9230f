import { openHiding } from "../../bot/with-model/hide-personal.ts";
import type { CaseMaterial } from "../store/editing/editing-store.ts";
import type { ShownMessage } from "../store/store.ts";

const most = 20;

/** What was asked and what a person answered, with names, numbers and addresses hidden. */
export function materialOf(messages: readonly ShownMessage[]): CaseMaterial {
  const { hide } = openHiding();
  const asked = messages.flatMap(({ content }) =>
    content.from === "person" && content.message.kind === "text" ? [hide(content.message.text)] : [],
  );
  const answered = messages.flatMap(({ content }) =>
    content.from === "us" && content.message.from === "counsellor"
      ? [hide(content.message.parts.map(({ text }) => text).join("\n\n"))]
      : [],
  );
  return { asked: [...new Set(asked)].slice(-most), answered: answered.slice(-most) };
}

/** The question that was not answered at that moment. */
export function askedBefore(messages: readonly ShownMessage[], at: number): string | undefined {
  const answer = messages.findIndex((message) => message.content.from === "us" && message.at === at);
  const { asked } = materialOf(messages.slice(0, Math.max(0, answer)));
  return asked.at(-1);
}
