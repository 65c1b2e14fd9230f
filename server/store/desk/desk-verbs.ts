import type { Base } from "../tables.ts";
import { besideVerbs } from "./beside.ts";
import type { DeskStore } from "./desk-store.ts";
import { dutyVerbs } from "./duty.ts";
import { heldAnswerVerbs } from "./held-answers.ts";
import { moveVerbs } from "./moves.ts";
import { offerVerbs } from "./offers.ts";
import { readingVerbs } from "./read-desk.ts";
import { unseenVerbs } from "./unseen.ts";

export function deskVerbs(base: Base): DeskStore {
  return {
    ...readingVerbs(base),
    ...moveVerbs(base),
    ...besideVerbs(base),
    ...dutyVerbs(base),
    ...offerVerbs(base),
    ...heldAnswerVerbs(base),
    ...unseenVerbs(base),
  };
}
