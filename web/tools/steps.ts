import { newId } from "../new-id.ts";

/** The steps of this tab, so that the browser's own "back" finds them: in this tab alone, gone with it or with the quick exit. */
export interface Steps {
  /** Keeps what a step sent; gives its name for the history. */
  keep(body: string): string;
  find(step: string): string | undefined;
  forget(): void;
}

const name = "tu-tinh";
const most = 80;

export function openSteps(tab: Storage): Steps {
  const read = (): readonly (readonly [step: string, body: string])[] => JSON.parse(tab.getItem(name) ?? "[]");
  return {
    keep(body) {
      const step = newId();
      tab.setItem(name, JSON.stringify([...read(), [step, body]].slice(-most)));
      return step;
    },
    find: (step) => read().find(([id]) => id === step)?.[1],
    forget: () => tab.removeItem(name),
  };
}
