import { z } from "zod";
import type { MessengerConfig } from "../../config.ts";
import { shorten } from "../cut-text.ts";
import type { Graph } from "../messenger/graph.ts";

/** Names under which counsellors answer. https://developers.facebook.com/docs/messenger-platform/send-messages/personas */
export interface Personas {
  /** Undefined where there is none: the name then stands in the text. */
  find(name: string, at: number): Promise<string | undefined>;
  forget(name: string): void;
}

const longestName = 50;
const retryMs = 10 * 60_000;

const Id = z.string().min(1).max(64);
const Known = z.object({ data: z.array(z.object({ id: Id, name: z.string() })) });
const Made = z.object({ id: Id });

/** Looked up on the Page, else made there, once for each name; a name without a persona is tried again some minutes later. */
export function openPersonas({ pageId, personaPicture }: MessengerConfig, graph: Graph): Personas {
  const found = new Map<string, Promise<string | undefined>>();
  let quietUntil = 0;
  const look = async (name: string, at: number) => {
    const known = await graph.call({ method: "GET", path: `${pageId}/personas`, query: { fields: "id,name", limit: "200" }, at });
    const list = known.kind === "done" ? Known.safeParse(known.json) : undefined;
    if (list?.success !== true) return undefined;
    const same = list.data.data.find((each) => each.name === name);
    if (same) return same.id;
    const body = { name, profile_picture_url: personaPicture };
    const made = await graph.call({ method: "POST", path: `${pageId}/personas`, body, at });
    return made.kind === "done" ? Made.safeParse(made.json).data?.id : undefined;
  };
  return {
    async find(name, at) {
      if (personaPicture === undefined || at < quietUntil) return undefined;
      const shown = shownName(name);
      const id = await (found.get(shown) ?? remember(found, shown, look(shown, at)));
      if (id === undefined) {
        found.delete(shown);
        quietUntil = at + retryMs;
      }
      return id;
    },
    forget: (name) => void found.delete(shownName(name)),
  };
}

function remember<Value>(found: Map<string, Value>, name: string, value: Value): Value {
  found.set(name, value);
  return value;
}

function shownName(name: string): string {
  return shorten(`${name} (tư vấn viên)`, longestName);
}
