/** What stands on a picture card: plain words only, already checked where they come from. */
export interface Card {
  /** What kind of thing it is, small, above the heading. */
  readonly label: string;
  readonly heading: string;
  /** Its paragraphs, in the frame. */
  readonly says: readonly string[];
  /** What is not sure about it; shown as such. */
  readonly doubts: readonly string[];
  /** "Theo quy định từ 01/7/2026:" */
  readonly since: string;
  readonly citations: readonly string[];
  /** When it was read again, and how. */
  readonly checked: string;
  /** The page it was made from, as people type it. */
  readonly address: string;
}

export const madeByMachine = "Thẻ do máy trả lời tự động làm ra. Không thay cho luật sư hay quyết định của cơ quan.";
