import { fold } from "../../../knowledge/words/normalise.ts";

/** An answer is not looked for in what is itself a question, until nothing answers that. */
export function asksSomething(text: string): boolean {
  return asking.test(fold(text));
}

const asking =
  /\?|(?:^|[^a-z])(?:bao nhieu|bao lau|bao gio|khi nao|the nao|lam sao|ra sao|tai sao|vi sao|o dau|duoc khong|duoc ko|dc ko|co phai|phai khong|thi sao|la gi|nghia la|may nam|may thang)(?![a-z])/;
