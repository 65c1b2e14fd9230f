import { cite } from "../../../knowledge/passage.ts";
import { type Provision, writtenDay } from "../../../knowledge/provision.ts";
import { madeByMachine } from "../../cards/card.ts";
import { html } from "../pages/html.ts";
import type { Page } from "../pages/layout.ts";
import { askInChat } from "../reading/addresses.ts";
import { lettersPath, pictureOf, rightsPath, typedAddress } from "./addresses.ts";
import { writtenCheck } from "./card-words.ts";
import { type Right, rightPage } from "./rights.ts";

export function rightsPage(rights: readonly Right[]): Page {
  return {
    title: "Quyền từ chối khi bị đòi phiếu lý lịch tư pháp",
    description: "Thẻ nhỏ để giữ trong máy hoặc in ra: ai được đòi phiếu nào, theo luật nào, từ ngày nào.",
    path: rightsPath,
    main: html`<h1>Quyền từ chối</h1>
      <p class="lead">Thẻ nhỏ để giữ trong máy hoặc in ra, mang theo khi đi xin việc. Trên thẻ chỉ có điều luật, không có tên ai.</p>
      ${rights.length === 0 && html`<p class="note">Hôm nay không có thẻ nào dựa trên luật đang áp dụng. Anh/chị <a href=${askInChat("")}>hỏi ở đây</a>.</p>`}
      <ul class="entry-list">
        ${rights.map(({ name, rule }) => html`<li><a href=${rightPage(name)}>${rule.about}</a><p>${rule.says}</p></li>`)}
      </ul>
      <p>Muốn nói bằng giấy cho nhẹ nhàng: <a href=${lettersPath}>thư gửi công ty</a>.</p>`,
  };
}

/** One right: the card as it is printed, and below it what belongs to it. */
export function oneRightPage({ name, rule, besides }: Right, publicUrl: string): Page {
  const path = rightPage(name);
  return {
    title: rule.about,
    description: rule.says,
    path,
    withSharing: true,
    main: html`<p class="breadcrumb on-screen"><a href=${rightsPath}>Quyền từ chối</a></p>
      <article class="right-card">
        <p class="card-label"><img src="/icon.svg" alt="" width="40" height="40" /> Thẻ nhớ quyền của người xin việc</p>
        <h1>${rule.about}</h1>
        <p class="provision-says" data-read="1">${rule.says}</p>
        <p>Theo quy định từ ${writtenDay(rule.inForce.from)}: ${citation(rule, publicUrl)}</p>
        <p class="fine-print">${writtenCheck([rule])} ${madeByMachine}</p>
        <p class="card-address">${typedAddress(publicUrl, path)}</p>
      </article>
      <p class="take-along on-screen">
        <a class="button primary" href=${pictureOf(path)}>Lưu thành hình</a>
        <button type="button" class="button with-script-only" data-print-page>In thẻ</button>
        <a class="button" href=${`${lettersPath}/${name}`}>Viết thư cho công ty</a>
      </p>
      ${besides.length > 0 && html`<section class="on-screen" data-read="2"><h2>Cần biết thêm</h2>${besides.map((provision) => beside(provision, publicUrl))}</section>`}`,
  };
}

function beside(provision: Provision, publicUrl: string) {
  const { about, says, doubt, confidence, inForce } = provision;
  return html`<h3>${about}</h3>
    <p>${says}</p>
    ${doubt !== undefined && html`<p class="note">${doubt}</p>`}
    ${doubt === undefined && confidence !== "cao" && html`<p class="note">Điều này chưa đối chiếu đủ. Anh/chị nên hỏi lại cho chắc trước khi làm.</p>`}
    <p class="fine-print">Theo quy định từ ${writtenDay(inForce.from)}: ${citation(provision, publicUrl)}</p>`;
}

function citation(provision: Provision, publicUrl: string) {
  const { page, label } = cite(provision);
  return html`<span class="cited"><a href=${page} data-address=${publicUrl + page}>${label}</a></span>`;
}
