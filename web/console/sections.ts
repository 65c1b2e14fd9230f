import { Desk } from "./cases/desk.tsx";
import { ArchivePage } from "./figures/archive.tsx";
import { FiguresPage } from "./figures/figures.tsx";
import { HoursPage } from "./hours/hours.tsx";
import { Colleagues } from "./people/colleagues.tsx";
import type { Section } from "./section.ts";

/** Everything the console has, in the order of its menu; the server asks again who may do what. */
export const sections: readonly Section[] = [
  { slug: "hang-cho", name: "Hàng chờ", roles: ["counsellor", "supervisor", "administrator"], View: Desk },
  { slug: "tim-lai", name: "Tìm lại", roles: ["counsellor", "supervisor", "administrator"], View: ArchivePage },
  { slug: "so-lieu", name: "Số liệu", roles: ["editor", "supervisor", "administrator"], View: FiguresPage },
  { slug: "gio-truc", name: "Giờ trực", roles: ["counsellor", "editor", "supervisor", "administrator"], View: HoursPage },
  { slug: "dong-nghiep", name: "Đồng nghiệp", roles: ["administrator"], View: Colleagues },
];
