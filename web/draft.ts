export const draftName = "hoi-dap-soan-san";

/** Words made ready on one page of this tab for the chat to show, once; only the person sends them. */
export function keepDraft(tab: Storage, words: string): void {
  tab.setItem(draftName, words);
}

export function takeDraft(tab: Storage): string | undefined {
  const words = tab.getItem(draftName) ?? undefined;
  tab.removeItem(draftName);
  return words;
}
