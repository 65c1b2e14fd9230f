import { fold, syllables } from "../../knowledge/words/normalise.ts";
import type { Reading } from "./follow-up.ts";

const most = 3;
/** A message this short is one question, whatever stands in it. */
const longestWhole = 7;
const shortestClause = 3;

/** What makes a clause a question, without marks; as people type it. */
const asking = new Set(
  "khong ko k hong hok hem kg khg sao dau nhieu nhiu may gi j chi ai nao chua ha hen hu hay nhi ntn bnhieu bn bl bh mo rang the vay khi".split(
    " ",
  ),
);
const neverAsking = new Set(["hay", "the", "vay", "khi", "chi", "nhi", "may", "ai"]);
const askingPairs =
  /(?:^| )(?:bao nhieu|bao lau|bao gio|khi nao|luc nao|the nao|lam sao|ra sao|tai sao|vi sao|o dau|cho nao|noi nao|phai khong|dung khong|duoc khong|co khong|hay khong|bay nhieu|may (?:ngay|thang|nam|tien|trieu|ty|phan|lan|gio|tuoi|dot|ban|to|so|cai|nguoi|bua|hom)|ai (?:duoc|ky|cap|lo|dung|quyet|tra|phai|lam|nuoi|giu|chiu|dong|quan|phat|giup|nhan)|(?:cho|voi|tim|hoi|gap|la|xin|nho|boi|cua|den|bao|thi) ai|phai (?:k|ko)|duoc chu|dc chu|cai gi|lam gi|giay gi|nhung gi|chi (?:rua|he|mo))(?: |$)/;

/** What somebody has heard is asked about, whether or not they say so: a false rumour must be set right before anything else. */
const hearsay =
  /^(?:(?:toi|tui|em|minh|con|chau|e|t) )?(?:co )?(?:nghe|thay) (?:noi|dau|bao|don|ke|nguoi|may|ho|tren)(?: |$)|^(?:nguoi ta|ho|ai cung|may ba|hang xom|tren mang|ban be|co nguoi) (?:noi|bao|keu|don)(?: |$)/;

/**
 * The questions of a message, in order, each with the story it is told in. A short message, and one that asks once, is one
 * question; the clauses that ask count for more than the rest.
 */
export function splitQuestions(text: string): readonly [Reading, ...Reading[]] {
  const whole: Reading = { text, context: "" };
  if (syllables(text).length <= longestWhole && !/[?].*\S/u.test(text)) return [whole];
  const clauses = clausesOf(text).flatMap(partAtConnector);
  const questions = clauses.filter(asks);
  const [first, ...others] = questions.slice(0, most);
  if (first === undefined) return [whole];
  const rest = clauses.filter((clause) => !questions.includes(clause)).join(", ");
  return [{ text: first, context: rest }, ...others.map((question) => ({ text: question, context: `${rest}, ${first}` }))];
}

function clausesOf(text: string): readonly string[] {
  const pieces = text
    .split(/(?<=[?!.;])\s+|\n+|,\s+|\s+(?=(?:với lại|voi lai|vs lai|rồi thì còn|còn nữa là)\s)/u)
    .map((piece) => piece.replace(/^[\s\-•]+|^\d+[.)]\s+/gu, "").trim())
    .filter((piece) => piece !== "");
  const clauses: string[] = [];
  for (const piece of pieces) {
    const last = clauses.at(-1);
    const isShort = syllables(piece).length < shortestClause || (last !== undefined && syllables(last).length < shortestClause);
    if (last !== undefined && isShort) clauses[clauses.length - 1] = `${last}, ${piece}`;
    else clauses.push(piece);
  }
  return clauses;
}

/** "… được không và lãi bao nhiêu": two questions, where both sides ask. */
function partAtConnector(clause: string): readonly string[] {
  for (const { index, 0: connector } of clause.matchAll(/\s+(?:và|va|còn|mà còn|ma con|rồi|roi|với|voi|vs)\s+/giu)) {
    const [left, right] = [clause.slice(0, index), clause.slice(index + connector.length)];
    const areWhole = [left, right].every((side) => syllables(side).length >= shortestClause && asks(side));
    if (areWhole) return [left, ...partAtConnector(right)];
  }
  return [clause];
}

function asks(clause: string): boolean {
  const words = syllables(fold(clause));
  const said = words.join(" ");
  if (clause.endsWith("?") || askingPairs.test(said) || hearsay.test(said)) return true;
  if (/^(?:ai|may|nhieu)$/.test(words.at(-1) ?? "")) return words.length > 2;
  return words.some((word, at) => asking.has(word) && !neverAsking.has(word) && (at > 0 || words.length > 3));
}
