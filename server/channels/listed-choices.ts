import type { OutgoingMessage } from "../outgoing.ts";
import type { ChannelLimits } from "./channel.ts";
import { shorten } from "./cut-text.ts";

type Choices = OutgoingMessage["choices"];

/** Some button cannot carry its words: all choices are then numbered, and stand in full in the text. */
export function mustList(choices: Choices, limits: ChannelLimits): boolean {
  return choices.length > limits.choices || choices.some(({ label }) => label.length > limits.choiceLength);
}

export function listed(choices: Choices): string {
  return choices.map(({ label }, position) => `${position + 1}. ${label}`).join("\n");
}

/** The choices as buttons: as many and as long as the channel carries. */
export function buttons(choices: Choices, limits: ChannelLimits): Choices {
  const numbered = mustList(choices, limits);
  return choices.slice(0, limits.choices).map(({ label, value }, position) => ({
    label: shorten(numbered ? `${position + 1}. ${label}` : label, limits.choiceLength),
    value,
  }));
}
