/** Text that a spreadsheet would take for a formula, or a command, is shown as the text it is. */
export function safeCell(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}
