import { KeptInterview } from "../../../bot/interview/kept-interview.ts";
import type { Seal } from "../seal.ts";
import type { Tables } from "../tables.ts";

/** The guided interview of a conversation; one that an older program kept in another form is as good as none. */
export function keptInterview(
  seal: Seal,
  { data_key, interview }: Pick<Tables["conversations"], "data_key" | "interview">,
): KeptInterview | undefined {
  if (data_key === null || interview === null) return undefined;
  const kept = KeptInterview.safeParse(JSON.parse(seal.open(data_key, interview)));
  return kept.success ? kept.data : undefined;
}
