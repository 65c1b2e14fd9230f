import { AppError } from "../../server/errors.ts";
import type { Escalation } from "../../server/escalation/escalation.ts";
import type { StaffMember } from "../../server/store/staff-store.ts";
import type { Chaos } from "./chaos.ts";
import type { Instance, Serving } from "./instance.ts";
import type { World } from "./world.ts";

export interface CounsellorParts {
  readonly world: World;
  readonly chaos: Chaos;
  readonly instances: readonly [Instance, ...Instance[]];
}

/** Somebody at the console: claims, answers, repeats a click, forgets, and collides with colleagues. */
export function counsellor(staff: StaffMember, { world, chaos, instances }: CounsellorParts): void {
  const chance = world.chance.fork();
  let count = 0;

  const request = async (what: (serving: Serving) => Promise<void>): Promise<"done" | "refused" | "failed"> => {
    const result = await Promise.race([chance.pick(instances).call(what), world.sleep(10_000)]);
    if (result?.kind === "answered") return "done";
    return result?.kind === "failed" && result.fault instanceof AppError ? "refused" : "failed";
  };
  const answer = async (id: Escalation["id"], clientId: string, tries: number): Promise<void> => {
    const result = await request(async ({ relay }) => void (await relay.answer(id, staff, { clientId, text: `<${clientId}> tôi đây` })));
    if (result === "done") world.note("answered", { staff: staff.id, clientId });
    if (result === "failed" && tries > 0) world.after(chance.whole(300, 2_000), () => void answer(id, clientId, tries - 1));
  };
  const actOn = async (found: Escalation): Promise<void> => {
    if (found.state === "waiting") return void (await request(async ({ relay }) => void (await relay.claim(found.id, staff))));
    if (found.state !== "claimed" || found.by !== staff.id) return;
    const what = chance.next();
    if (what < 0.55) {
      count += 1;
      const clientId = `${staff.id}-answer-${count}`;
      for (let copies = chance.happens(0.2) ? 2 : 1; copies > 0; copies--) void answer(found.id, clientId, 5);
    } else if (what < 0.75) await request(({ relay }) => relay.close(found.id, staff, "answered"));
    else if (what < 0.85) await request(({ relay }) => relay.release(found.id, staff));
  };
  const look = async (): Promise<void> => {
    if (!chaos.isOn()) return;
    let queue: readonly Escalation[] = [];
    await request(async ({ store }) => {
      queue = await store.readQueue();
    });
    const mine = queue.filter((each) => each.state === "waiting" || (each.state === "claimed" && each.by === staff.id));
    const [first, ...others] = mine;
    if (first !== undefined) await actOn(chance.pick([first, ...others]));
    world.after(chance.whole(200, 8_000), () => void look());
  };
  world.after(chance.whole(500, 5_000), () => void look());
}
