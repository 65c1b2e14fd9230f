import { cite } from "../../../knowledge/passage.ts";
import { type Provision, writtenDay } from "../../../knowledge/provision.ts";
import { html } from "../pages/html.ts";
import type { Page } from "../pages/layout.ts";
import { lettersPath, rightsPath } from "./addresses.ts";
import { type Right, rightPage } from "./rights.ts";

interface Letter {
  readonly title: string;
  readonly about: string;
  readonly asked: string;
  readonly wish: string;
}

/** What a letter says besides the law; the law in it is the library's own words. */
const letters: Readonly<Record<string, Letter>> = {
  "phieu-so-2": {
    title: "Thư xin không nộp Phiếu số 2",
    about: "Dùng khi nơi tuyển dụng đòi Phiếu lý lịch tư pháp số 2.",
    asked: "Khi nhận hồ sơ, quý công ty có đề nghị tôi nộp Phiếu lý lịch tư pháp số 2. Tôi xin phép trình bày một điều về giấy này:",
    wish: "Vì vậy, tôi kính mong quý công ty nhận hồ sơ của tôi mà không kèm Phiếu lý lịch tư pháp số 2. Nếu vị trí này còn cần giấy tờ nào khác mà pháp luật có quy định, xin quý công ty cho tôi biết, tôi sẽ nộp sớm.",
  },
  "phieu-so-1": {
    title: "Thư hỏi căn cứ đòi Phiếu số 1",
    about: "Dùng khi nơi tuyển dụng đòi Phiếu lý lịch tư pháp số 1 mà không nói theo luật nào.",
    asked: "Khi nhận hồ sơ, quý công ty có đề nghị tôi nộp Phiếu lý lịch tư pháp số 1. Tôi xin phép trình bày một điều về giấy này:",
    wish: "Vì vậy, tôi kính mong quý công ty cho tôi biết văn bản nào quy định vị trí này phải có Phiếu lý lịch tư pháp số 1. Có quy định, tôi sẽ xin phiếu và nộp sớm. Nếu chưa có, tôi mong quý công ty nhận hồ sơ của tôi mà không kèm phiếu.",
  },
};

export function lettersPage(rights: readonly Right[]): Page {
  return {
    title: "Thư gửi công ty",
    description: "Thư lịch sự gửi nơi tuyển dụng khi bị đòi phiếu lý lịch tư pháp. Điền ngay trên trang rồi in, không gửi đi đâu.",
    path: lettersPath,
    main: html`<h1>Thư gửi công ty</h1>
      <p class="lead">Thư lịch sự để đưa nơi tuyển dụng. Điền ngay trên trang rồi in, hoặc in tờ trống rồi viết tay.</p>
      <ul class="entry-list">
        ${rights.map(({ name }) => {
          const letter = letters[name];
          return letter && html`<li><a href=${letterPage(name)}>${letter.title}</a><p>${letter.about}</p></li>`;
        })}
      </ul>
      <p>Xem luật nói gì: <a href=${rightsPath}>Quyền từ chối</a>.</p>`,
  };
}

/** A letter as it is printed. Its fields belong to no form: they cannot be sent, with script or without. */
export function oneLetterPage({ name, rule }: Right): Page | undefined {
  const letter = letters[name];
  if (letter === undefined) return undefined;
  return {
    title: letter.title,
    description: letter.about,
    path: letterPage(name),
    withSharing: true,
    main: html`<div class="on-screen">
        <p class="breadcrumb"><a href=${lettersPath}>Thư gửi công ty</a></p>
        <h1>${letter.title}</h1>
        <p class="lead">${letter.about}</p>
        <p class="note">Chữ anh/chị điền chỉ nằm trong trang đang mở, không gửi đi đâu. Đóng trang là không còn. Chỗ nào để trống thì in ra viết tay.</p>
      </div>
      ${paper(letter, rule)}
      <p class="take-along on-screen with-script-only">
        <button type="button" class="button primary" data-print-page>In thư</button>
        <button type="button" class="button" data-today>Điền ngày hôm nay</button>
        <button type="button" class="button" data-empty>Xóa chữ đã điền</button>
      </p>
      <p class="on-screen without-script-only">Anh/chị chọn mục In của trình duyệt. Trang in ra chỉ có lá thư.</p>
      <p class="on-screen">Luật nói gì: <a href=${rightPage(name)}>${rule.about}</a></p>`,
  };
}

const letterPage = (name: string) => `${lettersPath}/${name}`;

function paper({ asked, wish }: Letter, rule: Provision) {
  return html`<article class="letter" data-letter aria-label="Lá thư">
    <p class="letter-right">${field("place", "Nơi viết")}, ngày ${field("day", "Ngày", "tiny")} tháng ${field("month", "Tháng", "tiny")} năm ${field("year", "Năm", "small")}</p>
    <p>Kính gửi: ${field("company", "Tên công ty, nơi tuyển dụng", "wide")}</p>
    <p>Tôi tên là: ${field("name", "Họ và tên", "wide")}</p>
    <p>Tôi xin ứng tuyển vị trí: ${field("job", "Vị trí xin làm", "wide")}</p>
    <p>Tôi rất mong được làm việc và sẽ làm việc nghiêm túc. ${asked}</p>
    <blockquote><p>${rule.says}</p><p>(Theo quy định từ ${writtenDay(rule.inForce.from)}: ${cite(rule).label}, số ${rule.document.number}.)</p></blockquote>
    <p>${wish}</p>
    <p>Tôi xin cảm ơn quý công ty đã đọc thư và xem xét.</p>
    <div class="letter-right sign-place"><p>Người viết thư</p><p class="signed" data-echo="name"></p></div>
  </article>`;
}

function field(name: string, label: string, size = "") {
  return html`<input class=${`blank ${size}`} data-fill=${name} aria-label=${label} placeholder=${size === "tiny" || size === "small" ? "" : label}
    autocomplete="off" autocapitalize="sentences" spellcheck=${false} maxlength="120" />`;
}
