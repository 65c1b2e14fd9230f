import type { Day } from "../provision.ts";

interface Period {
  readonly from: string;
  /** Last day in force. */
  readonly to?: string;
}

/**
 * The documents the rules rest on: how an answer names them, and when they are in force. The rules read no files, so this
 * repeats the library; a test holds the two together, and fails when the law in the library moves on without the rules.
 */
const documents = {
  "blhs-2015": { short: "Bộ luật Hình sự", from: "2018-01-01" },
  "blld-2019": { short: "Bộ luật Lao động 2019", from: "2021-01-01" },
  "blttths-2015": { short: "Bộ luật Tố tụng hình sự", from: "2018-01-01" },
  "dvc-2-000829": { short: "Cổng dịch vụ công, thủ tục yêu cầu trợ giúp pháp lý", from: "2025-07-01" },
  "dvc-bca-lltp": { short: "Thủ tục cấp Phiếu lý lịch tư pháp, Cổng dịch vụ công", from: "2025-03-01" },
  "huong-dan-vneid-lltp": { short: "Hướng dẫn xin phiếu trên VNeID", from: "2025-03-01" },
  "luat-bhyt-2008": { short: "Luật Bảo hiểm y tế", from: "2009-07-01" },
  "luat-can-cuoc-2023": { short: "Luật Căn cước 2023", from: "2024-07-01" },
  "luat-cu-tru-2020": { short: "Luật Cư trú 2020", from: "2021-07-01" },
  "luat-dac-xa-2018": { short: "Luật Đặc xá 2018", from: "2019-07-01" },
  "luat-hngd-2014": { short: "Luật Hôn nhân và gia đình 2014", from: "2015-01-01" },
  "luat-ho-tich-2014": { short: "Luật Hộ tịch 2014", from: "2016-01-01" },
  "luat-lltp-2009": { short: "Luật Lý lịch tư pháp 2009 (sửa 2025)", from: "2010-07-01" },
  "luat-lltp-sua-2025": { short: "Luật sửa đổi Luật Lý lịch tư pháp năm 2025", from: "2026-07-01" },
  "luat-pcmt-2025": { short: "Luật Phòng, chống ma túy 2025", from: "2026-07-01" },
  "luat-tgpl-2017": { short: "Luật Trợ giúp pháp lý 2017", from: "2018-01-01" },
  "luat-tgpl-sua-2026": { short: "Luật Trợ giúp pháp lý sửa đổi năm 2026", from: "2027-01-01" },
  "luat-thahs-2019": { short: "Luật Thi hành án hình sự 2019", from: "2020-01-01", to: "2026-06-30" },
  "luat-thahs-2025": { short: "Luật Thi hành án hình sự 2025", from: "2026-07-01" },
  "luat-viec-lam-2025": { short: "Luật Việc làm 2025", from: "2026-01-01" },
  "luat-xnc-2019": { short: "Luật Xuất cảnh, nhập cảnh 2019", from: "2020-07-01" },
  "nd-06-2026": { short: "Nghị định 06/2026/NĐ-CP", from: "2026-01-10" },
  "nd-144-2017": { short: "Nghị định 144/2017/NĐ-CP", from: "2018-01-01" },
  "nd-152-2026": { short: "Nghị định 152/2026/NĐ-CP", from: "2026-07-01" },
  "nd-170-2025": { short: "Nghị định 170/2025/NĐ-CP", from: "2025-07-01" },
  "nd-170-2026": { short: "Nghị định 170/2026/NĐ-CP", from: "2026-07-01" },
  "nd-176-2025": { short: "Nghị định 176/2025/NĐ-CP", from: "2025-07-01" },
  "nd-188-2025": { short: "Nghị định 188/2025/NĐ-CP", from: "2025-08-15" },
  "nd-20-2021": { short: "Nghị định 20/2021/NĐ-CP", from: "2021-07-01" },
  "nd-216-2026": { short: "Nghị định 216/2026/NĐ-CP", from: "2026-07-01" },
  "nd-231-2026": { short: "Nghị định 231/2026/NĐ-CP", from: "2026-07-01" },
  "nd-282-2025": { short: "Nghị định 282/2025/NĐ-CP", from: "2025-12-15" },
  "nd-338-2025": { short: "Nghị định 338/2025/NĐ-CP", from: "2026-01-01" },
  "nd-58-2026": { short: "Nghị định 58/2026/NĐ-CP", from: "2026-03-15" },
  "nd-69-2024": { short: "Nghị định 69/2024/NĐ-CP", from: "2024-07-01" },
  "nhcsxh-dvc-1338": { short: "Thủ tục vay của Ngân hàng Chính sách xã hội", from: "2023-10-10" },
  "nq-66-22-2026": { short: "Nghị quyết 66.22/2026/NQ-CP", from: "2026-08-15", to: "2027-02-28" },
  "nq-hn-56-2025": { short: "Nghị quyết 56/2025/NQ-HĐND của Hà Nội", from: "2025-11-26" },
  "qd-08-2026": { short: "Quyết định 08/2026/QĐ-TTg", from: "2026-05-01" },
  "qd-22-2023": { short: "Quyết định 22/2023/QĐ-TTg", from: "2023-10-10" },
  "qd-2553-2025": { short: "Quyết định 2553/QĐ-TTg", from: "2025-12-01" },
  "quoc-hoi-lltp-2025": { short: "Ý kiến ở Quốc hội về lý lịch tư pháp, 2025", from: "2025-10-27" },
  "tin-luat-tgpl-2026": { short: "Tin về Luật Trợ giúp pháp lý sửa đổi (thông qua tháng 4/2026)", from: "2026-04-24", to: "2026-12-31" },
  "tt-08-2017-btp": { short: "Thông tư 08/2017/TT-BTP", from: "2018-01-01" },
  "tt-10-2024-bca": { short: "Thông tư 10/2024/TT-BCA", from: "2024-05-01" },
  "tt-12-2018-btp": { short: "Thông tư 12/2018/TT-BTP", from: "2018-10-12" },
  "tt-12-2025-bca": { short: "Thông tư 12/2025/TT-BCA", from: "2025-03-01" },
  "tt-16-2025-btc": { short: "Thông tư 16/2025/TT-BTC", from: "2025-04-24" },
  "tt-17-2024-nhnn": { short: "Thông tư 17/2024/TT-NHNN", from: "2024-10-01" },
  "tt-65-2026-bca": { short: "Thông tư 65/2026/TT-BCA", from: "2026-07-01" },
} as const satisfies Readonly<Record<string, Period & { readonly short: string }>>;

export type DocumentId = keyof typeof documents;
export type ProvisionId = `${DocumentId}/${string}`;

/** Provisions in force for another time than their document. */
const ownPeriods: Readonly<Partial<Record<ProvisionId, Period>>> = {
  "luat-lltp-2009/46.2": { from: "2010-07-01", to: "2026-06-30" },
  "luat-lltp-2009/48": { from: "2010-07-01", to: "2026-06-30" },
  "luat-lltp-2009/so-tu-phap-cap": { from: "2010-07-01", to: "2025-02-28" },
  "luat-tgpl-2017/7": { from: "2018-01-01", to: "2026-12-31" },
  "luat-tgpl-2017/7.5": { from: "2026-01-01" },
  "luat-tgpl-2017/7.5-2017": { from: "2018-01-01", to: "2025-12-31" },
  "luat-tgpl-2017/7.6": { from: "2018-01-01", to: "2026-12-31" },
  "luat-tgpl-2017/7.6a": { from: "2025-07-01" },
  "luat-tgpl-2017/7.7": { from: "2018-01-01", to: "2026-12-31" },
  "nd-144-2017/2": { from: "2018-01-01", to: "2026-12-31" },
  "qd-2553-2025/lai-cu": { from: "2025-01-01", to: "2025-11-30" },
  "qd-2553-2025/viec-lam-cu": { from: "2025-01-01", to: "2025-12-31" },
  "tt-16-2025-btc/giam-truc-tuyen-2025": { from: "2025-04-24", to: "2025-12-31" },
  "tt-17-2024-nhnn/17.5.c": { from: "2025-01-01" },
};

/** The last day a volatile figure may be said as it was read. */
const freshUntil: Readonly<Partial<Record<ProvisionId, string>>> = {
  "dvc-2-000829/ma-thu-tuc": "2027-05-31",
  "huong-dan-vneid-lltp/cac-buoc": "2027-05-31",
  "luat-tgpl-2017/10": "2026-12-31",
  "luat-tgpl-2017/2": "2026-12-31",
  "luat-tgpl-2017/26.1": "2026-12-31",
  "luat-tgpl-2017/27.1": "2026-12-31",
  "luat-tgpl-2017/29.1": "2026-12-31",
  "luat-tgpl-2017/29.2.a": "2026-12-31",
  "luat-tgpl-2017/29.2.b": "2026-12-31",
  "luat-tgpl-2017/29.2.c": "2026-12-31",
  "luat-tgpl-2017/30.1": "2026-12-31",
  "luat-tgpl-2017/30.2": "2026-12-31",
  "luat-tgpl-2017/30.3": "2026-12-31",
  "luat-tgpl-2017/30.4": "2026-12-31",
  "luat-tgpl-2017/31.2": "2026-12-31",
  "luat-tgpl-2017/32.2": "2026-12-31",
  "luat-tgpl-2017/33.2": "2026-12-31",
  "luat-tgpl-2017/6.1": "2026-12-31",
  "luat-tgpl-2017/7": "2026-12-31",
  "luat-tgpl-2017/7.1": "2026-12-31",
  "luat-tgpl-2017/7.2": "2026-12-31",
  "luat-tgpl-2017/7.3": "2026-12-31",
  "luat-tgpl-2017/7.4": "2026-12-31",
  "luat-tgpl-2017/7.5": "2026-12-31",
  "luat-tgpl-2017/7.6a": "2026-12-31",
  "nd-176-2025/2": "2027-06-30",
  "nd-338-2025/lai-suat": "2027-02-28",
  "nq-66-22-2026/5-ly-lich-tu-phap": "2027-02-28",
  "nq-hn-56-2025/ha-noi": "2027-02-28",
  "qd-22-2023/6.2.a": "2027-02-28",
  "qd-2553-2025/1.1": "2027-02-28",
  "tt-08-2017-btp/33-chua-co": "2026-12-31",
  "tt-08-2017-btp/33-mat-giay": "2026-12-31",
  "tt-08-2017-btp/33.10": "2026-12-31",
  "tt-08-2017-btp/33.12": "2026-12-31",
  "tt-08-2017-btp/33.14": "2026-12-31",
  "tt-08-2017-btp/33.2": "2026-12-31",
  "tt-08-2017-btp/33.3": "2026-12-31",
  "tt-08-2017-btp/33.6": "2026-12-31",
  "tt-08-2017-btp/33.9": "2026-12-31",
  "tt-12-2018-btp/6": "2026-12-31",
  "tt-16-2025-btc/5": "2027-02-28",
  "tt-16-2025-btc/nguoi-ra-tu": "2027-02-28",
  "tt-16-2025-btc/phi": "2027-02-28",
  "tt-16-2025-btc/phi-giam": "2027-02-28",
  "tt-16-2025-btc/phieu-thu-ba": "2027-02-28",
};

/** Read at second hand, drawn out of the words, or amended since: said only with the advice to ask again. */
const lessSure: ReadonlySet<ProvisionId> = new Set<ProvisionId>([
  "dvc-2-000829/ma-thu-tuc",
  "dvc-bca-lltp/phong-ho-so",
  "huong-dan-vneid-lltp/cac-buoc",
  "huong-dan-vneid-lltp/tu-14-tuoi",
  "luat-bhyt-2008/ho-gia-dinh",
  "luat-bhyt-2008/nhom-ho-tro",
  "luat-can-cuoc-2023/21",
  "luat-can-cuoc-2023/24.2",
  "luat-can-cuoc-2023/27",
  "luat-can-cuoc-2023/29.5.c",
  "luat-cu-tru-2020/19",
  "luat-cu-tru-2020/19.3",
  "luat-cu-tru-2020/20.1",
  "luat-cu-tru-2020/20.2",
  "luat-cu-tru-2020/20.3",
  "luat-cu-tru-2020/22",
  "luat-cu-tru-2020/24.1.e",
  "luat-cu-tru-2020/27",
  "luat-cu-tru-2020/28",
  "luat-cu-tru-2020/31.1.a",
  "luat-lltp-2009/35",
  "luat-lltp-2009/42-nuoc-ngoai",
  "luat-lltp-2009/42.2.a",
  "luat-lltp-2009/42.2.a-2",
  "luat-lltp-2009/42.2.c",
  "luat-lltp-2009/43",
  "luat-lltp-2009/43-khong-nen-dua",
  "luat-lltp-2009/46.2",
  "luat-lltp-sua-2025/chua-dinh-danh",
  "luat-lltp-sua-2025/noi-quy-khong-du",
  "luat-lltp-sua-2025/thoi-han",
  "luat-lltp-sua-2025/uy-quyen",
  "luat-pcmt-2025/43",
  "luat-tgpl-sua-2026/se-doi-gi",
  "luat-thahs-2025/cap-lai-giay",
  "luat-viec-lam-2025/9.5",
  "nd-170-2025/18",
  "nd-176-2025/2",
  "nd-20-2021/8",
  "nd-216-2026/9-mang-giay",
  "nd-282-2025/17.1.a",
  "nd-338-2025/5",
  "nd-338-2025/bao-dam-co-so",
  "nd-338-2025/lai-suat",
  "nd-338-2025/nuoc-ngoai",
  "nhcsxh-dvc-1338/giay-to",
  "nq-66-22-2026/5-ly-lich-tu-phap",
  "nq-hn-56-2025/ha-noi",
  "qd-08-2026/sau-cai",
  "qd-22-2023/14.4",
  "qd-22-2023/3.1.a-2",
  "qd-22-2023/3.1.a-3",
  "qd-22-2023/3.2",
  "qd-22-2023/3.2.a-3",
  "qd-22-2023/cac-buoc",
  "quoc-hoi-lltp-2025/nuoc-ngoai",
  "tin-luat-tgpl-2026/tom-tat",
  "tt-10-2024-bca/17",
  "tt-10-2024-bca/9.1",
  "tt-10-2024-bca/9.2",
  "tt-10-2024-bca/9.3",
  "tt-12-2025-bca/19",
  "tt-17-2024-nhnn/12",
]);

export function isCurrent(id: ProvisionId, day: Day): boolean {
  const period: Period = ownPeriods[id] ?? documents[documentOf(id)];
  return period.from <= day && (period.to === undefined || day <= period.to);
}

export function isFresh(id: ProvisionId, day: Day): boolean {
  const until = freshUntil[id];
  return until === undefined || day <= until;
}

export function isSure(id: ProvisionId): boolean {
  return !lessSure.has(id);
}

/** "Điều 3.1.a", with the name of the document unless it is the main one; the name alone where no article has been read. */
export function writtenArticle(id: ProvisionId, main?: DocumentId): string {
  const document = documentOf(id);
  const name = document === main ? "" : documents[document].short;
  const article = articleOf(id);
  return article === "" ? documents[document].short : `Điều ${article} ${name}`.trim();
}

function documentOf(id: ProvisionId): DocumentId {
  // The type of an id says that it starts with a document's.
  return id.slice(0, id.indexOf("/")) as DocumentId;
}

/** Article, clause and point out of an id: "3.1.a-2" is 3.1.a, "66.1.dd" is 66.1.đ, "cac-buoc" is none. */
function articleOf(id: ProvisionId): string {
  const [numbered] = id.slice(id.indexOf("/") + 1).match(/^\d+[a-z]?(\.\d+[a-z]?)?(\.[a-z]+)?(?=-|$)/) ?? [""];
  return numbered.replace(/dd$/, "đ");
}
