import type { Choice } from "../reply.ts";
import type { Doing, Done } from "./doing.ts";

/** What comes back when a button of an interview is tapped begins so. */
export const tapPrefix = "pv:";

/** Labels fit a quick reply of Messenger. */
export const taps = {
  begin: (slug: string): Choice => tap("Tính cho tôi", slug, "tinh"),
  pick: (slug: string, question: string, option: string): string => written(slug, "chon", question, option),
  ticked: (slug: string, question: string): Choice => tap("Xong, hết rồi", slug, "xong", question),
  yes: (slug: string, said: number): Choice => tap("Đúng", slug, "dung", String(said)),
  no: (slug: string, said: number): Choice => tap("Không phải", slug, "sai", String(said)),
  change: (slug: string): Choice => tap("Sửa câu trả lời", slug, "sua"),
  changeOne: (slug: string, question: string): string => written(slug, "sua", question),
  back: (slug: string): Choice => tap("Quay lại", slug, "lui"),
  again: (slug: string): Choice => tap("Làm lại", slug, "lai"),
  later: (slug: string): Choice => tap("Thôi, để sau", slug, "sau"),
  goOn: (slug: string): Choice => tap("Tiếp tục", slug, "tiep"),
  send: (slug: string): Choice => tap("Gửi cho tư vấn viên", slug, "gui"),
};

function tap(label: string, slug: string, ...parts: readonly string[]): Choice {
  return { label, value: written(slug, ...parts) };
}

function written(slug: string, ...parts: readonly string[]): string {
  return tapPrefix + [slug, ...parts].join(":");
}

/** What a tap means; undefined when it is no tap of an interview. */
export function readTap(value: string): Done | undefined {
  if (!value.startsWith(tapPrefix)) return undefined;
  const [interview = "", verb = "", first, second] = value.slice(tapPrefix.length).split(":");
  const doing = doingOf(verb, first, second);
  return doing && { interview, doing };
}

const plain: Readonly<Record<string, Doing>> = {
  tinh: { kind: "begin", words: [] },
  lui: { kind: "back" },
  lai: { kind: "again" },
  sau: { kind: "later" },
  tiep: { kind: "go-on" },
  gui: { kind: "send" },
};

function doingOf(verb: string, first: string | undefined, second: string | undefined): Doing | undefined {
  if (verb === "sua") return { kind: "change", ...(first !== undefined && { question: first }) };
  if (first === undefined) return Object.hasOwn(plain, verb) ? plain[verb] : undefined;
  switch (verb) {
    case "chon":
      return second === undefined ? undefined : { kind: "pick", question: first, option: second };
    case "xong":
      return { kind: "ticked", question: first };
    case "dung":
      return { kind: "yes", said: Number(first) };
    case "sai":
      return { kind: "no", said: Number(first) };
    default:
      return undefined;
  }
}
