import { createHmac, timingSafeEqual } from "node:crypto";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import Database from "better-sqlite3";
import express from "express";
import { messengerConfig } from "../../test/support/messenger.ts";

/** What a webhook cannot do without: the signature, one durable row, 200. */
const database = new Database(join(process.env.FOLDER ?? ".", "bare.sqlite"));
database.pragma("journal_mode = WAL");
database.pragma("synchronous = FULL");
database.exec("create table messages (mid text primary key, body blob)");
const insert = database.prepare("insert into messages values (?, ?) on conflict do nothing");

const app = express();
app.post("/webhooks/messenger", express.raw({ type: () => true }), (request, response) => {
  const expected = createHmac("sha256", messengerConfig.appSecret).update(request.body).digest();
  const given = Buffer.from((request.get("x-hub-signature-256") ?? "").slice(7), "hex");
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return void response.status(403).end();
  const { entry } = JSON.parse(request.body.toString());
  insert.run(entry[0].messaging[0].message.mid, request.body);
  response.send("ok");
});
const server = app.listen(0, "127.0.0.1", () => console.log(JSON.stringify({ port: (server.address() as AddressInfo).port })));
