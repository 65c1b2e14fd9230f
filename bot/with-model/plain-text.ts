/** Words that link and greet: they say nothing of the law. */
export const linking: ReadonlySet<string> = new Set(
  "dạ ạ vâng thưa chào anh chị em mình bác cô chú nhé nha thì là mà của với này đó đấy ấy vậy như về chuyện việc điều cho ở theo cũng thế ơi".split(
    " ",
  ),
);

const plain = /^[\p{Script=Latin}\p{M}0-9 .,;:!?()%/–\-"“”'’…]+$/u;
const address = /:\/\/|www\.|[\p{L}\d]\.(?:[a-z]{2,})(?:[/\s?:]|$)|[\p{L}\d]+\.vn\b|\p{L}\d|\d\p{L}{4,}/iu;

/** One paragraph of plain words: no markup, link, address, foreign script, list or hidden character. */
export function isPlainText(text: string): boolean {
  return plain.test(text) && !address.test(text) && !/^\s*\d+[.)]\s/u.test(text);
}
