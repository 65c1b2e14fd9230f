import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { startGraphStub } from "../support/graph-stub.ts";
import { postWebhook, startProgram } from "../support/program.ts";
import { enrol, firstLink } from "../support/staff.ts";
import { until } from "../support/until.ts";
import { webPerson } from "../support/web-person.ts";

/** Words nobody writes by accident; each is looked for everywhere it must not be. */
const canaries = {
  question: "hoa-mai-vang-7731",
  phone: "0912 345 678",
  sender: "7391028846159999",
  answer: "chim-yen-4418",
};

test("nothing people write, and nothing that names them, reaches logs, metrics or the disk in the clear", async () => {
  const graph = await startGraphStub();
  const program = await startProgram({ graphUrl: graph.url, environment: { LOG_LEVEL: "debug" } });
  const staff = await enrol(program, await firstLink(program), "lan");

  const person = await webPerson(program);
  await person.say(`cho tôi gặp người thật, tôi tên ${canaries.question}, số ${canaries.phone}`);
  await person.hears("tư vấn viên");
  // Meta refuses, hangs up, and says who it was: the log must not repeat it.
  graph.next({ kind: "error", code: 551, status: 400 }, { kind: "error", code: 2, status: 500 }, { kind: "reset" });
  for (const number of [1, 2, 3])
    await postWebhook(program, { mid: `mid-canary-${number}`, sender: canaries.sender, text: `${canaries.question} vay von bao nhieu` });
  await postWebhook(program, { mid: "mid-canary-4", sender: canaries.sender, text: `${canaries.question} \u0000 gặp tư vấn viên` });

  const { items } = (await (await staff.call("GET", "/api/console/queue")).json()) as { items: { id: string; channel: string }[] };
  const own = items.find(({ channel }) => channel === "web");
  expect((await staff.call("POST", `/api/console/cases/${own?.id}/claim`)).status).toBe(204);
  const answer = { clientId: crypto.randomUUID(), text: `Dạ ${canaries.answer}` };
  expect((await staff.call("POST", `/api/console/cases/${own?.id}/messages`, answer)).status).toBe(204);
  await person.hears(canaries.answer);
  await staff.call("POST", `/api/console/cases/${own?.id}/messages`, { text: canaries.answer });
  await until("all is handled", async () => /messages_unhandled 0/.test(await (await fetch(`${program.url}/metrics`)).text()));

  const secrets = [...Object.values(canaries), person.token, staff.cookie.split("=")[1] ?? "", staff.secret];
  const metrics = await (await fetch(`${program.url}/metrics`)).text();
  for (const secret of secrets) {
    expect(program.output(), "log").not.toContain(secret);
    expect(metrics, "metrics").not.toContain(secret);
  }
  await program.kill("SIGTERM");
  await graph.close();
  const files = readdirSync(program.dataFolder).map((name) => ({ name, bytes: readFileSync(join(program.dataFolder, name)) }));
  expect(files.map(({ name }) => name)).toContain("data.key");
  for (const { name, bytes } of files)
    for (const secret of secrets)
      for (const encoding of ["utf8", "utf16le"] as const) expect(bytes.includes(secret, 0, encoding), name).toBe(false);
});
