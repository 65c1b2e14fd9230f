import { AlignmentType, BorderStyle, FootnoteReferenceRun, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } from "docx";
import type { FigureTable } from "../tables/figure-table.ts";

type Aligned = (typeof AlignmentType)[keyof typeof AlignmentType];
export type Block = Paragraph | Table;

/** Twentieths of a point. */
const spacing = { before: 60, after: 60, line: 300 };
const tableSize = 24;

export function paragraph(
  text: string,
  { bold = false, align = AlignmentType.JUSTIFIED as Aligned, note = 0, indent = true } = {},
): Paragraph {
  return new Paragraph({
    alignment: align,
    spacing,
    ...(indent && { indent: { firstLine: 567 } }),
    children: [new TextRun({ text, bold }), ...(note > 0 ? [new FootnoteReferenceRun(note)] : [])],
  });
}

export function heading(text: string): Paragraph {
  return new Paragraph({
    spacing: { before: 200, after: 80 },
    keepNext: true,
    indent: { firstLine: 567 },
    children: [new TextRun({ text, bold: true })],
  });
}

/** What only people can write, not to be overlooked. */
export function toFillIn(what: string): Paragraph {
  return new Paragraph({ spacing, indent: { firstLine: 567 }, children: [blank(what)] });
}

export function blank(what: string): TextRun {
  return new TextRun({ text: `[CẦN ĐIỀN: ${what}]`, highlight: "yellow" });
}

/** A table with its name above it and its source as a footnote. */
export function figureTable({ title, columns, rows }: FigureTable, note: number): readonly Block[] {
  if (rows.length === 0) return [paragraph(`${title}: không có số liệu trong kỳ.`, { note })];
  const cell = (text: string, { bold = false, number = false } = {}) =>
    new TableCell({
      margins: { left: 80, right: 80, top: 30, bottom: 30 },
      children: [
        new Paragraph({
          alignment: number ? AlignmentType.RIGHT : AlignmentType.LEFT,
          children: [new TextRun({ text, bold, size: tableSize })],
        }),
      ],
    });
  return [
    paragraph(title, { bold: true, note, indent: false, align: AlignmentType.CENTER }),
    new Table({
      width: { size: 100, type: WidthType.PERCENTAGE },
      rows: [
        new TableRow({ tableHeader: true, cantSplit: true, children: columns.map((column) => cell(column, { bold: true })) }),
        ...rows.map((row) => new TableRow({ cantSplit: true, children: row.map((value, at) => cell(String(value), { number: at > 0 })) })),
      ],
    }),
  ];
}

/** Two columns without lines: heads and signatures. */
export function besideEachOther(left: readonly Paragraph[], right: readonly Paragraph[], shares: readonly [number, number]): Table {
  const none = { style: BorderStyle.NONE, size: 0, color: "auto" };
  const borders = { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none };
  const side = (children: readonly Paragraph[], share: number) =>
    new TableCell({ width: { size: share, type: WidthType.PERCENTAGE }, children: [...children] });
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    borders,
    rows: [new TableRow({ children: [side(left, shares[0]), side(right, shares[1])] })],
  });
}
