import { offerQuickExit } from "../leave.ts";
import { offerClips } from "./clips.ts";
import { helpWithLetter } from "./letter.ts";
import { offerReadingAloud } from "./read-aloud.ts";
import { offerTextSizes } from "./text-size.ts";

// The pages are whole without this.

offerQuickExit();
offerReadingAloud();
offerClips();
helpWithLetter();
addEventListener("click", ({ target }) => {
  if (target instanceof Element && target.closest("[data-print-page]")) print();
});
// Last: a browser that keeps nothing refuses it.
offerTextSizes(localStorage);
