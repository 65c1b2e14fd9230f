import { DeskSettingsPage } from "./answering/desk-settings.tsx";
import { Desk } from "./cases/desk.tsx";
import { Knowledge } from "./editing/knowledge.tsx";
import { ArchivePage } from "./figures/archive.tsx";
import { FiguresPage } from "./figures/figures.tsx";
import { HoursPage } from "./hours/hours.tsx";
import { Notices } from "./notices/notices.tsx";
import { Colleagues } from "./people/colleagues.tsx";
import { Account } from "./rights/account.tsx";
import { AuditLog } from "./rights/audit-log.tsx";
import { Requests } from "./rights/requests.tsx";
import type { Section } from "./section.ts";
import { Site } from "./site/site.tsx";

/** Everything the console has, in the order of its menu; the server asks again who may do what. */
export const sections: readonly Section[] = [
  { slug: "hang-cho", name: "Hàng chờ", roles: ["counsellor", "supervisor", "administrator"], View: Desk },
  { slug: "kien-thuc", name: "Kiến thức", roles: ["counsellor", "editor", "supervisor", "administrator"], View: Knowledge },
  { slug: "thong-bao", name: "Thông báo và tạm ngừng", roles: ["supervisor", "administrator"], View: Notices },
  { slug: "cach-lam-viec", name: "Cách làm việc", roles: ["supervisor", "administrator"], View: DeskSettingsPage },
  { slug: "tim-lai", name: "Tìm lại", roles: ["counsellor", "supervisor", "administrator"], View: ArchivePage },
  { slug: "so-lieu", name: "Số liệu", roles: ["editor", "supervisor", "administrator"], View: FiguresPage },
  { slug: "gio-truc", name: "Giờ trực", roles: ["counsellor", "editor", "supervisor", "administrator"], View: HoursPage },
  { slug: "dong-nghiep", name: "Đồng nghiệp", roles: ["administrator"], View: Colleagues },
  { slug: "yeu-cau", name: "Yêu cầu dữ liệu", roles: ["counsellor", "supervisor", "administrator"], View: Requests },
  { slug: "so-ghi", name: "Sổ ghi việc", roles: ["supervisor", "administrator"], View: AuditLog },
  { slug: "tai-khoan", name: "Tài khoản", roles: ["counsellor", "editor", "supervisor", "administrator"], View: Account },
  { slug: "trang-web", name: "Trang web", roles: ["administrator"], View: Site },
];
