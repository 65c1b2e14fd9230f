import { randomInt } from "node:crypto";

// Without letters and digits that look alike.
const alphabet = "23456789abcdefghjkmnpqrstuvwxyz";
const groups = 3;
const groupLength = 4;
const howMany = 10;

/** Ten codes such as "k3fd-9mzt-qa27", 59 random bits each. */
export function newRecoveryCodes(): readonly string[] {
  const letter = () => alphabet[randomInt(alphabet.length)] ?? "";
  const group = () => Array.from({ length: groupLength }, letter).join("");
  return Array.from({ length: howMany }, () => Array.from({ length: groups }, group).join("-"));
}

/** As it is kept, however it was typed. */
export function plainRecoveryCode(typed: string): string | undefined {
  const plain = typed.toLowerCase().replaceAll(/[\s-]/g, "");
  return plain.length === groups * groupLength ? plain : undefined;
}
