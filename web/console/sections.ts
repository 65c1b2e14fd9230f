import { DeskSettingsPage } from "./answering/desk-settings.tsx";
import { Desk } from "./cases/desk.tsx";
import { Colleagues } from "./people/colleagues.tsx";
import type { Section } from "./section.ts";

/** Everything the console has, in the order of its menu; the server asks again who may do what. */
export const sections: readonly Section[] = [
  { slug: "hang-cho", name: "Hàng chờ", roles: ["counsellor", "supervisor", "administrator"], View: Desk },
  { slug: "cach-lam-viec", name: "Cách làm việc", roles: ["supervisor", "administrator"], View: DeskSettingsPage },
  { slug: "dong-nghiep", name: "Đồng nghiệp", roles: ["administrator"], View: Colleagues },
];
