import { Router } from "express";
import { ownCode } from "../../rights/own-code.ts";
import type { Store } from "../../store/store.ts";
import { conversationOf, tokenOf } from "../chat.ts";
import { paths } from "../paths.ts";
import { OwnCode } from "./wire.ts";

/** The code by which a person on the website tells us, by telephone or in person, which conversation is theirs. */
export function ownCodeRoute({ store }: { readonly store: Store }): Router {
  const router = Router();
  router.get(paths.code, async (request, response) => {
    const found = await conversationOf(store, tokenOf(request));
    response.set("Cache-Control", "no-store").json(OwnCode.parse({ code: found && ownCode(found) }));
  });
  return router;
}
