import readExcel from "read-excel-file/node";
import { describe, expect, test } from "vitest";
import { openDrawing } from "../../../server/figures/draw-chart.ts";
import { Agency, noAgency } from "../../../server/figures/report/agency.ts";
import { reportDocument } from "../../../server/figures/report/report.ts";
import { figuresOf } from "../../../server/figures/tables/figures-of.ts";
import { reportSheets } from "../../../server/spreadsheets/report-sheets.ts";
import { realKnowledge } from "../../support/library.ts";
import { isWellFormed, unzip } from "../../support/unzip.ts";

const { library } = realKnowledge();
const period = { from: "2026-05-01", to: "2026-10-31" };
const rumour = [...library.entries.keys()].find((id) => id.startsWith("rumours/")) ?? "";
const counts = [
  { day: "2026-06-03", what: "turn", label: "web|answer", amount: 40 },
  { day: "2026-06-03", what: "question", label: "vay-von|answer", amount: 30 },
  { day: "2026-06-03", what: "entry", label: rumour, amount: 11 },
  { day: "2026-06-03", what: "danger", label: "", amount: 3 },
];
const tables = figuresOf(counts, period, library);
const asked = { tables, period, months: 6, today: "2026-11-25" };
const textOf = (xml = "") => [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<\/w:p>/g)].map(([, text]) => text ?? "\n").join("");

describe("the report to superiors", () => {
  const agency = Agency.parse({
    superior: "Cơ quan cấp trên",
    name: "Cơ quan & đơn vị <thử>",
    place: "Nơi thử",
    numberEnding: "THU",
    signerTitle: "Trưởng đơn vị",
    signer: "Người Ký Thử",
    recipients: ["Cơ quan nhận"],
  });

  test("has the form of offices, its figures with their sources, and marks what people must write", async () => {
    const files = unzip(await reportDocument({ ...asked, agency }));
    for (const [name, xml] of files) if (/\.(xml|rels)$/.test(name)) expect(isWellFormed(xml), name).toBe(true);
    const text = textOf(files.get("word/document.xml"));
    for (const words of [
      "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
      "Độc lập - Tự do - Hạnh phúc",
      "CƠ QUAN CẤP TRÊN",
      "Số: ……/BC-THU",
      "Nơi thử, ngày 25 tháng 11 năm 2026",
      "BÁO CÁO",
      "6 tháng (từ 01/05/2026 đến 31/10/2026)",
      "I. KẾT QUẢ",
      "II. HỎI ĐÁP THEO CHỦ ĐỀ",
      "III. CẢNH BÁO",
      "IV. TIN ĐỒN ĐÃ ĐÍNH CHÍNH",
      "V. KHÓ KHĂN",
      "VI. KIẾN NGHỊ",
      "Nơi nhận:",
      "- Cơ quan nhận;",
      "TRƯỞNG ĐƠN VỊ",
      "Người Ký Thử",
    ])
      expect(text).toContain(words);
    expect(files.get("word/document.xml")).toContain("CƠ QUAN &amp; ĐƠN VỊ &lt;THỬ&gt;");
    expect(text).toContain(library.entries.get(rumour)?.question);
    expect(text.match(/\[CẦN ĐIỀN: /g)).toHaveLength(4);
    expect(files.get("word/document.xml")?.match(/w:highlight w:val="yellow"/g)?.length).toBeGreaterThanOrEqual(4);
    const notes = textOf(files.get("word/footnotes.xml"));
    expect(notes).toContain("mục “question”, từ 01/05/2026 đến 31/10/2026");
    expect(notes).toContain("Xem Phụ lục, bảng 1.");
    expect(text).not.toMatch(/Cuộc có dấu hiệu nguy hiểm3/);
    expect(text).toMatch(/Cuộc có dấu hiệu nguy hiểm\ndưới 5/);
  });

  test("without the agency's names says where they belong", async () => {
    const text = textOf(unzip(await reportDocument({ ...asked, agency: noAgency })).get("word/document.xml"));
    for (const what of ["tên cơ quan cấp trên", "tên cơ quan báo cáo", "nơi nhận", "chức vụ người ký", "họ tên người ký"])
      expect(text).toContain(`[CẦN ĐIỀN: ${what}]`);
  });

  test("has an annex with one sheet for each table, numbers as numbers and no formula", async () => {
    const bytes = await reportSheets([...tables, { name: "x", title: "Thử", columns: ["a", "b"], rows: [["=1+1", 7]], basis: "@x" }]);
    const files = unzip(bytes);
    const sheets = await readExcel(bytes);
    expect(sheets).toHaveLength(tables.length + 1);
    expect(sheets[0]?.data[2]).toEqual(["Trả lời được", 40, "100%"]);
    expect(sheets.at(-1)?.data[2]).toEqual(["'=1+1", 7]);
    for (const [name, xml] of files) if (name.startsWith("xl/worksheets/")) expect(xml).not.toContain("<f>");
  });
});

test("a table is drawn as a picture, light and dark, with nothing in it that runs", async () => {
  const draw = openDrawing();
  const table = tables.find(({ name }) => name === "topics");
  if (table === undefined) throw new Error("no table");
  const [light, dark] = await Promise.all([draw({ table, theme: "light" }), draw({ table, theme: "dark" })]);
  for (const svg of [light, dark]) {
    expect(isWellFormed(svg)).toBe(true);
    expect(svg).toContain("Vay vốn theo Quyết định 22");
    expect(svg).not.toMatch(/<script|<style|on\w+=|href=/);
  }
  expect(light).not.toBe(dark);
});
