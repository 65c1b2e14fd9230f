import type { Browser } from "playwright-core";
import type { Role } from "../../server/store/staff-store.ts";
import { desk, type Visit, visit } from "./browser.ts";
import type { Program } from "./program.ts";
import { enrol, firstLink, type SignedIn } from "./staff.ts";

/** An administrator of a fresh program, and one member for each of these. */
export async function staffOf<Name extends string>(
  program: Program,
  wanted: Readonly<Record<Name, Role>>,
): Promise<Readonly<Record<Name, SignedIn>>> {
  const administrator = await enrol(program, await firstLink(program), "truong");
  const members: [string, SignedIn][] = [];
  for (const [name, role] of Object.entries(wanted) as [Name, Role][]) {
    const { link } = (await (await administrator.call("POST", "/api/console/staff", { role })).json()) as { link: string };
    members.push([name, await enrol(program, link, name)]);
  }
  // One for each name.
  return Object.fromEntries(members) as Readonly<Record<Name, SignedIn>>;
}

/** The console as this member sees it, at a section. */
export async function consoleOf(browser: Browser, program: Program, { cookie }: SignedIn, options = desk): Promise<Visit> {
  const visited = await visit(browser, "about:blank", options);
  const [name = "", value = ""] = cookie.split("=");
  await visited.context.addCookies([{ name, value, url: program.url }]);
  await visited.page.goto(`${program.url}/console#kien-thuc`);
  return visited;
}
