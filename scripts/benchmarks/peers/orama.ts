import { create, insertMultiple, search } from "@orama/orama";
import type { Peer } from "../peer.ts";

export const orama: Peer = {
  name: "orama",
  async open(articles) {
    const database = create({ schema: { id: "string", title: "string", text: "string" } });
    await insertMultiple(
      database,
      articles.map(({ id, title, text }) => ({ id, title, text })),
      1000,
    );
    return async (question, limit) => {
      const { hits } = await search(database, { term: question, properties: ["title", "text"], limit });
      return hits.map(({ id }) => String(id));
    };
  },
};
