import Database from "better-sqlite3";
import { z } from "zod";
import { syllables } from "../../../knowledge/words/normalise.ts";
import type { Peer } from "../peer.ts";

const Rows = z.array(z.object({ id: z.string() }));

export const sqlite: Peer = {
  name: "sqlite-fts5",
  open(articles) {
    const database = new Database(":memory:");
    database.exec("create virtual table articles using fts5(id unindexed, title, text)");
    const insert = database.prepare("insert into articles (id, title, text) values (?, ?, ?)");
    database.transaction(() => {
      for (const { id, title, text } of articles) insert.run(id, title, text);
    })();
    const select = database.prepare("select id from articles where articles match ? order by rank limit ?");
    return (question, limit) => {
      const words = syllables(question).map((word) => `"${word}"`);
      return words.length === 0 ? [] : Rows.parse(select.all(words.join(" OR "), limit)).map(({ id }) => id);
    };
  },
};
