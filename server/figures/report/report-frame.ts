import { AlignmentType, BorderStyle, Paragraph, type Table, TextRun } from "docx";
import type { Agency } from "./agency.ts";
import { besideEachOther, blank } from "./report-parts.ts";

const small = 26;
const dots = "……";

/** Who reports, under whom, with number, place and day. */
export function reportHead({ superior, name, place, numberEnding }: Agency, today: string): Table {
  const [year, month, day] = today.split("-");
  const line = (text: string, { bold = false, italics = false, size = small } = {}) =>
    centred([new TextRun({ text, bold, italics, size })]);
  const ruled = (text: string, size = small) =>
    new Paragraph({
      alignment: AlignmentType.CENTER,
      border: { bottom: { style: BorderStyle.SINGLE, size: 6, space: 1, color: "auto" } },
      indent: { left: 900, right: 900 },
      children: [new TextRun({ text, bold: true, size })],
    });
  return besideEachOther(
    [
      superior === "" ? centred([blank("tên cơ quan cấp trên")]) : line(superior.toUpperCase()),
      name === "" ? centred([blank("tên cơ quan báo cáo")]) : ruled(name.toUpperCase()),
      line(`Số: ${dots}/BC${numberEnding === "" ? dots : `-${numberEnding}`}`),
    ],
    [
      line("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", { bold: true }),
      ruled("Độc lập - Tự do - Hạnh phúc", 28),
      line(`${place === "" ? dots : place}, ngày ${day} tháng ${month} năm ${year}`, { italics: true, size: 28 }),
    ],
    [42, 58],
  );
}

/** To whom it goes, and who signs. */
export function reportEnd({ recipients, signerTitle, signer }: Agency): Table {
  const named = recipients.filter((each) => each !== "");
  return besideEachOther(
    [
      new Paragraph({ children: [new TextRun({ text: "Nơi nhận:", bold: true, italics: true, size: 24 })] }),
      ...(named.length === 0 ? [new Paragraph({ children: [blank("nơi nhận")] })] : named.map((each) => item(`- ${each};`))),
      item("- Lưu: VT."),
    ],
    [
      signerTitle === "" ? centred([blank("chức vụ người ký")]) : centred([new TextRun({ text: signerTitle.toUpperCase(), bold: true })]),
      ...Array.from({ length: 4 }, () => centred([])),
      signer === "" ? centred([blank("họ tên người ký")]) : centred([new TextRun({ text: signer, bold: true })]),
    ],
    [50, 50],
  );
}

function item(text: string): Paragraph {
  return new Paragraph({ children: [new TextRun({ text, size: 22 })] });
}

function centred(children: readonly TextRun[]): Paragraph {
  return new Paragraph({ alignment: AlignmentType.CENTER, children: [...children] });
}
