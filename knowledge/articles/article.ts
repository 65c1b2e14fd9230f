/** One article of a law, as long as it comes. */
export interface Article {
  readonly id: string;
  /** Its number within the document: "12", "12a". */
  readonly number: string;
  readonly title: string;
  /** Name of the law or decree it stands in; empty where unknown. */
  readonly document: string;
  /** One clause or point a line. */
  readonly text: string;
}
