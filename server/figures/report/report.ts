import { AlignmentType, Document, Packer, Paragraph, TextRun } from "docx";
import type { FigureTable, Period } from "../tables/figure-table.ts";
import { dayName } from "../tables/names.ts";
import type { Agency } from "./agency.ts";
import { reportEnd, reportHead } from "./report-frame.ts";
import { type Block, figureTable, heading, paragraph, toFillIn } from "./report-parts.ts";

export interface ReportAsked {
  readonly tables: readonly FigureTable[];
  readonly period: Period;
  readonly months: number;
  readonly agency: Agency;
  readonly today: string;
}

/** Millimetres in twentieths of a point. */
const mm = 56.7;
const margins = { top: 20 * mm, bottom: 20 * mm, left: 30 * mm, right: 20 * mm };
const a4 = { width: 210 * mm, height: 297 * mm };

/** The report to superiors, as offices write them; every figure has its source as a footnote and its table in the annex. */
export async function reportDocument(asked: ReportAsked): Promise<Buffer> {
  const { agency, today, tables, months, period } = asked;
  const title = `Kết quả hoạt động hỏi đáp “Hướng Thiện” ${months} tháng (từ ${dayName(period.from)} đến ${dayName(period.to)})`;
  const centred = (text: string) =>
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { before: 60, after: 60 },
      children: [new TextRun({ text, bold: true, size: 28 })],
    });
  const document = new Document({
    title,
    creator: agency.name === "" ? "Hướng Thiện" : agency.name,
    styles: { default: { document: { run: { font: "Times New Roman", size: 28, language: { value: "vi-VN" } } } } },
    footnotes: Object.fromEntries(
      tables.map(({ basis }, at) => [
        at + 1,
        { children: [new Paragraph({ children: [new TextRun({ text: noteOf(basis, at), size: 20 })] })] },
      ]),
    ),
    sections: [
      {
        properties: { page: { size: a4, margin: margins } },
        children: [
          reportHead(agency, today),
          new Paragraph({ children: [] }),
          centred("BÁO CÁO"),
          centred(title),
          ...body(asked),
          new Paragraph({ children: [] }),
          reportEnd(agency),
        ],
      },
    ],
  });
  return await Packer.toBuffer(document);
}

function noteOf(basis: string, at: number): string {
  return ` ${basis} Xem Phụ lục, bảng ${at + 1}.`;
}

function body({ tables, period, months }: ReportAsked): readonly Block[] {
  const shown = (name: string): readonly Block[] => {
    const at = tables.findIndex((table) => table.name === name);
    const table = tables[at];
    // A report is read on paper: what is long stands whole in the annex.
    return table === undefined ? [] : figureTable({ ...table, rows: table.rows.slice(0, longest) }, at + 1);
  };
  return [
    paragraph(
      `Thực hiện chế độ báo cáo ${months} tháng, cơ quan báo cáo kết quả trả lời câu hỏi về chính sách, pháp luật cho người trở về và gia đình, từ ${dayName(period.from)} đến ${dayName(period.to)}, như sau:`,
    ),
    heading("I. KẾT QUẢ"),
    ...["outcomes", "alone", "first-reply", "levels", "closed", "danger"].flatMap(shown),
    heading("II. HỎI ĐÁP THEO CHỦ ĐỀ"),
    ...["topics", "unanswered"].flatMap(shown),
    heading("III. CẢNH BÁO"),
    ...shown("warnings"),
    toFillIn("thủ đoạn mới, nơi xảy ra, việc đã phối hợp xử lý"),
    heading("IV. TIN ĐỒN ĐÃ ĐÍNH CHÍNH"),
    ...shown("rumours"),
    toFillIn("nơi tin đồn lan ra, hình thức đính chính"),
    heading("V. KHÓ KHĂN"),
    toFillIn("khó khăn, vướng mắc và nguyên nhân"),
    heading("VI. KIẾN NGHỊ"),
    toFillIn("kiến nghị với cấp trên"),
    paragraph("Số từ 1 đến 4 không nêu, để không ai bị nhận ra. Báo cáo không chứa tên, số điện thoại hay lời của người hỏi."),
    paragraph("Trên đây là báo cáo, kính trình cấp trên xem xét, chỉ đạo./."),
  ];
}

const longest = 15;
