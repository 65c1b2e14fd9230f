import type { Card } from "./card.ts";
import { drawCard } from "./draw-card.ts";

// A process of its own, started by card-press.ts: draws what it is sent, one after another, and ends with the one that started it.
process.on("message", (card: Card) => {
  drawCard(card).then(
    (picture) => process.send?.({ picture }),
    (fault: unknown) => process.send?.({ fault: fault instanceof Error ? fault.message : "unknown" }),
  );
});
process.once("disconnect", () => process.exit());
