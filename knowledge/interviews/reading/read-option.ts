import { fold } from "../../words/normalise.ts";
import { optionOf } from "../answer-facts.ts";
import { type Option, optionsOf, type Question } from "../interview.ts";
import type { Reading } from "./read-answer.ts";

/** The button that was meant: its number, its words, a part of them no other has, or a plain yes, no or "không nhớ". */
export function readOption(question: Question, text: string): Reading | undefined {
  const options = optionsOf(question);
  const option = byNumber(options, text) ?? byWords(options, text) ?? byManner(question, text);
  return option === undefined ? undefined : chosen(option);
}

/** "1, 3", or the words of several; "không có gì" is none of them. */
export function readTicks(question: Extract<Question, { kind: "many" }>, text: string): Reading | undefined {
  const parts = text
    .replace(/(?<=\d) (?=\d)/g, ",")
    .split(/ ?[,;+] ?| va | voi /)
    .filter((part) => part !== "");
  const found = parts.map((part) => byPlace(optionsOf(question), part) ?? byWords(optionsOf(question), part));
  // The words of one button may have commas of their own.
  const options = [...new Set(found)].filter((option) => option !== undefined);
  if (options.length === 0) return saysNo.test(text) ? ticked([], question.none) : undefined;
  if (found.includes(undefined)) return undefined;
  const isNone = options.some(({ id }) => id === question.none.id);
  return isNone && options.length > 1 ? undefined : ticked(isNone ? [] : options, question.none);
}

export function chosen({ id, label, says }: Option): Reading {
  return { kind: "understood", value: { kind: "option", option: id }, said: says ?? label, confirm: false };
}

export function ticked(options: readonly Option[], none: Option): Reading {
  const said = options.length === 0 ? (none.says ?? none.label) : options.map(({ label, says }) => says ?? label).join("; ");
  return { kind: "understood", value: { kind: "options", options: options.map(({ id }) => id) }, said, confirm: options.length > 0 };
}

/** "2"; where the labels have numbers of their own ("Đến 3 năm") and one is chosen, only "số 2", "ý 2". */
function byNumber(options: readonly Option[], text: string): Option | undefined {
  const isNumberItself = /^\d/.test(text) && options.some(({ label }) => /\d/.test(label));
  return isNumberItself ? undefined : byPlace(options, text);
}

/** "2", "số 2", "ý 2". */
function byPlace(options: readonly Option[], text: string): Option | undefined {
  const [, digits] = /^(?:so |y |cau |nut |chon |muc |o )*(\d{1,2})\.?$/.exec(text) ?? [];
  return digits === undefined ? undefined : options[Number(digits) - 1];
}

function byWords(options: readonly Option[], text: string): Option | undefined {
  const named = options.map((option) => ({ option, names: [option.label, option.says ?? "", ...option.hear].filter(Boolean).map(plain) }));
  const exact = named.find(({ names }) => names.includes(plain(text)));
  if (exact !== undefined) return exact.option;
  const within = named.flatMap(({ option, names }) =>
    names.filter((name) => isSaid(name, text)).map((name) => ({ option, length: name.length })),
  );
  const longest = Math.max(...within.map(({ length }) => length));
  const saying = within.filter(({ length }) => length === longest).map(({ option }) => option);
  if (saying.length > 0) return only(saying);
  return byPart(options, plain(text));
}

/** Some words of a button's, which no other has. One word alone must be on the button; a bare yes or no is no part of anything. */
function byPart(options: readonly Option[], text: string): Option | undefined {
  if (text.length < 3 || saysYes.test(text) || saysNo.test(text)) return undefined;
  const isOneWord = !text.includes(" ");
  const namesOf = ({ label, says, hear }: Option) => [label, ...(isOneWord || says === undefined ? [] : [says]), ...hear].map(plain);
  return only(options.filter((option) => namesOf(option).some((name) => ` ${name} `.includes(` ${text} `))));
}

/** Said, and not said away: "không bị án treo" is not "án treo". */
function isSaid(name: string, text: string): boolean {
  const at = ` ${plain(text)} `.indexOf(` ${name} `);
  if (at === -1) return false;
  const before = ` ${plain(text)} `.slice(0, at).trim().split(" ").slice(-3);
  return name.startsWith("khong") || name.startsWith("chua") || !before.some((word) => word === "khong" || word === "chua");
}

/** Plain yes and no, and not knowing, where the question has such a button. */
function byManner(question: Question, text: string): Option | undefined {
  if (saysUnknown.test(text)) return optionOf(question, "khong-nho") ?? optionOf(question, "khong-ro");
  if (saysNo.test(text)) return byNo(question, text);
  return saysYes.test(text) ? optionOf(question, "co") : undefined;
}

/** "Chưa" is the button that begins so, where there is one: "chưa nộp xong" is not "không phải nộp". Of several, the plain no. */
function byNo(question: Question, text: string): Option | undefined {
  const no = optionOf(question, "khong");
  const notYet = /chua/.test(text) ? optionsOf(question).filter(({ label }) => plain(label).startsWith("chua")) : [];
  return notYet.length === 0 ? no : (only(notYet) ?? notYet.find((option) => option === no));
}

const saysUnknown = /(?:khong|chua|chang|cha) (?:con |co )?(?:nho|biet|ro|chac|tim thay)|quen (?:mat|roi|het)|^quen$|mat giay|^chiu$/;
const saysNo = /^(?:da |thua )?(?:khong|chua|ko|no|chang)(?: (?:co|he|phai|bi|dau|a|nhe|gi|cai|dieu|nao|het|ca|em|ban|ad))*$/;
const saysYes =
  /^(?:da |thua )?(?:co|dung|phai|vang|u|uh|um|uk|ok|oke|yes|roi|chuan|co chu|dung roi|phai roi)(?: (?:a|nhe|roi|em|ban|ad|day|do))*$/;

function plain(text: string): string {
  return fold(text)
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
}

function only(options: readonly Option[]): Option | undefined {
  const [first, ...others] = [...new Set(options)];
  return others.length === 0 ? first : undefined;
}
