import { Router } from "express";
import type { Channel } from "../../channels/channel.ts";
import { AppError } from "../../errors.ts";
import type { Log } from "../../log.ts";
import { roles } from "../../store/staff-store.ts";
import type { Alarms } from "../../watch/alarms.ts";
import { watchChannels } from "../../watch/watch-channels.ts";
import type { WebhookHealth } from "../../watch/webhook-health.ts";
import { consolePaths } from "../paths.ts";
import { AlarmList, RepairOutcome } from "../wire.ts";
import type { Access } from "./access.ts";

export interface AlarmParts {
  readonly access: Access;
  readonly channels: ReadonlyMap<string, Channel>;
  readonly alarms: Alarms;
  readonly health: WebhookHealth;
  readonly log: Log;
  readonly now: () => number;
}

/** What does not work between us and a provider; an administrator may ask the provider to send us messages again. */
export function alarmRoutes(parts: AlarmParts): Router {
  const { access, channels, alarms, log, now } = parts;
  const router = Router();
  router.get(consolePaths.alarms, access.guard(roles), (_request, response) => {
    response.json(AlarmList.parse({ alarms: alarms.list() }));
  });
  router.post(`${consolePaths.alarms}/:channel/repair`, access.guard(["administrator"]), async (request, response) => {
    const channel = channels.get(String(request.params.channel));
    if (channel?.repair === undefined) throw new AppError("not-found");
    const repaired = await channel.repair(now());
    log.info(
      { channel: channel.name, result: repaired.kind, ...("why" in repaired && { why: repaired.why }) },
      "asked to be sent messages again",
    );
    await watchChannels(parts);
    response.json(RepairOutcome.parse(repaired));
  });
  return router;
}
