import type { OutgoingMessage } from "../outgoing.ts";
import type { ChannelLimits } from "./channel.ts";
import { shorten } from "./cut-text.ts";

type Choices = OutgoingMessage["choices"];

/** Some choice says more than a button carries: they then stand in full in the text. */
export function mustList(choices: Choices, limits: ChannelLimits): boolean {
  return mustNumber(choices, limits) || (Number.isFinite(limits.choiceLength) && choices.some(saysMore));
}

/** The buttons carry numbers only where their own words do not fit. */
function mustNumber(choices: Choices, limits: ChannelLimits): boolean {
  return choices.length > limits.choices || choices.some(({ label }) => label.length > limits.choiceLength);
}

function saysMore({ label, says }: Choices[number]): boolean {
  return says !== undefined && says !== label;
}

/** The choices in full; those that are all on their button may be left out after the last that is not. */
export function listed(choices: Choices, limits: ChannelLimits): string {
  const last = mustNumber(choices, limits) ? choices.length : choices.findLastIndex(({ says }) => says !== undefined) + 1;
  return choices
    .slice(0, last)
    .map((choice, position) => `${position + 1}. ${atLength(choice)}`)
    .join("\n");
}

/** "Án treo: phạt tù nhưng cho ở nhà thử thách" has its label in it already. */
function atLength(choice: Choices[number]): string {
  const { label, says = label } = choice;
  return !saysMore(choice) || says.startsWith(label) ? says : `${label}: ${says}`;
}

/** The choices as buttons: as many and as long as the channel carries. */
export function buttons(choices: Choices, limits: ChannelLimits): Choices {
  const numbered = mustNumber(choices, limits);
  return choices.slice(0, limits.choices).map(({ label, value }, position) => ({
    label: shorten(numbered ? `${position + 1}. ${label}` : label, limits.choiceLength),
    value,
  }));
}
