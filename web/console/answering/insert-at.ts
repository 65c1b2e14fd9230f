/** Puts words where the cursor stands; apart from what is around them by a line. */
export function insertAt(box: HTMLTextAreaElement, words: string): string {
  const { selectionStart: from, selectionEnd: to, value } = box;
  const before = value.slice(0, from).replace(/\/$/, "");
  const glue = before === "" || before.endsWith("\n") ? "" : "\n";
  const text = `${before}${glue}${words}${value.slice(to)}`;
  const cursor = before.length + glue.length + words.length;
  requestAnimationFrame(() => {
    box.focus();
    box.setSelectionRange(cursor, cursor);
  });
  return text;
}
