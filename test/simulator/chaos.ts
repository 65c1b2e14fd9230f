import type { Instance } from "./instance.ts";
import type { World } from "./world.ts";

export interface Chaos {
  readonly isOn: () => boolean;
  /** Faults stop; what is down comes up. */
  heal(): void;
}

/** Where a process may be killed: around each step that leaves a trace outside it. */
export const crashPoints = [
  "rememberMessages:before",
  "rememberMessages:after",
  "takeWork:after",
  "saveTurn:before",
  "saveTurn:after",
  "putBackWork:before",
  "takeDeliveries:after",
  "send:before",
  "send:after",
  "other-call:before",
  "other-call:after",
  "recordDelivery:before",
  "recordDelivery:after",
  "confirmDelivery:before",
  "settleInterruptedDeliveries:after",
  "claimEscalation:after",
  "saveCounsellorMessage:before",
  "saveCounsellorMessage:after",
  "closeEscalation:after",
  "returnExpiredClaims:after",
  "eraseForgotten:before",
  "eraseForgotten:after",
  "pauseBot:before",
  "pauseBot:after",
  "resumeBot:after",
  "endPauses:after",
  "amendMessage:before",
] as const;

const restartMs = [200, 8_000] as const;

/** Kills, stops, pauses, wrong clocks and failing disks, as chance has it, until it is healed. */
export function openChaos(world: World): Chaos & { begin(instances: readonly Instance[]): void } {
  const chance = world.chance.fork();
  let on = true;
  let all: readonly Instance[] = [];

  const restart = (instance: Instance) => {
    void instance.died().then(() => {
      world.after(on ? chance.whole(...restartMs) : 200, () => void start(instance));
    });
  };
  const start = async (instance: Instance) => {
    const starting = instance.start().catch(() => instance.crash("it could not start"));
    restart(instance);
    await starting;
  };
  const trouble = (instance: Instance) => {
    if (!on) return;
    const what = chance.next();
    if (what < 0.4) instance.doom(chance.pick(crashPoints));
    else if (what < 0.5) instance.crash("killed");
    else if (what < 0.6) void instance.stop();
    else if (what < 0.8) instance.pause(chance.happens(0.2) ? chance.whole(10_000, 40_000) : chance.whole(50, 5_000));
    else if (what < 0.95) instance.failStatement(chance.whole(1, 40));
    else instance.setClock(chance.whole(-1_500, 1_500));
    world.after(chance.whole(500, 12_000), () => trouble(instance));
  };
  return {
    isOn: () => on,
    begin(instances) {
      all = instances;
      for (const instance of instances) {
        void start(instance);
        world.after(chance.whole(1_000, 10_000), () => trouble(instance));
      }
    },
    heal() {
      on = false;
      world.note("heal", {});
      for (const instance of all) {
        instance.pause(0);
        instance.doom("");
        instance.failStatement(Number.POSITIVE_INFINITY);
      }
    },
  };
}
