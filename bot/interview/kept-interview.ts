import { z } from "zod";
import { InterviewState } from "../../knowledge/interviews/state.ts";

/** A guided interview as a conversation keeps it: plain data, whatever comes between, for as long as the conversation itself. */
export const KeptInterview = z
  .strictObject({
    state: InterviewState,
    /**
     * `offered`: what was heard in a question has been said back, and only a yes begins it. `running`: what is typed is read as an answer.
     * `left`: it waits to be taken up again. `done`: its result has been said.
     */
    phase: z.enum(["offered", "running", "left", "done"]),
    /** Ticked so far, where several may be. */
    ticked: z.array(z.string()).readonly(),
    /** How often in a row nothing was understood. */
    misses: z.int(),
    /** Counts what was said back, so that a yes to something older is not taken for one to this. */
    said: z.int(),
  })
  .readonly();
export type KeptInterview = z.infer<typeof KeptInterview>;

export function keep(state: InterviewState, phase: KeptInterview["phase"], said = 0): KeptInterview {
  return { state, phase, ticked: [], misses: 0, said };
}
