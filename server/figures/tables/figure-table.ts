/** A figure as people see it: in the console, in a spreadsheet, in a report. A number that is too small to show is a word. */
export type Cell = string | number;

export interface FigureTable {
  readonly name: string;
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  /** What it was counted from, so that anybody can count it again. */
  readonly basis: string;
  /** Which columns a picture shows; absent = none. */
  readonly drawn?: readonly number[];
}

export interface Period {
  readonly from: string;
  readonly to: string;
}
