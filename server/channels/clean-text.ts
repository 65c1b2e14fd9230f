/** Text that every database and provider takes: half surrogate pairs and NUL become U+FFFD. */
export function cleanText(text: string): string {
  return text.toWellFormed().replaceAll("\0", "\uFFFD");
}
