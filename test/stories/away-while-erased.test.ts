import { expect, test } from "vitest";
import { paths } from "../../server/http/paths.ts";
import { startProgram } from "../support/program.ts";
import { webPerson } from "../support/web-person.ts";

test("a page that was away while its conversation was erased is told so, and does not wait for messages that are gone", async () => {
  const program = await startProgram();
  const person = await webPerson(program);
  await person.say("vay von lam an duoc nhieu nhat bao nhieu");
  await person.hears("100 triệu đồng");
  const last = (await person.read()).at(-1);
  const authorization = `Bearer ${person.token}`;
  await fetch(program.url + paths.conversation, { method: "DELETE", headers: { authorization } });
  await person.say("cam on");
  await person.hears("Dạ không có gì");
  const stream = await fetch(`${program.url}${paths.events}?after=${last?.sequence}&last=${last?.id}`, { headers: { authorization } });
  expect(await stream.text()).toBe("event: ended\ndata: {}\n\n");
  expect(await program.kill("SIGTERM")).toBe(0);
}, 30_000);
