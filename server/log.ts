import pino from "pino";

/** One JSON line a happening: ids, kinds, milliseconds. Never text, names or numbers of people. */
export interface Log {
  info(fields: LogFields, happening: string): void;
  warn(fields: LogFields, happening: string): void;
  error(fields: LogFields, happening: string): void;
}

export type LogFields = Readonly<Record<string, string | number | boolean | undefined | readonly string[]>>;

export function openLog(level: string, destination?: pino.DestinationStream): Log {
  const logger = destination ? pino({ level, base: null }, destination) : pino({ level, base: null });
  return {
    info: (fields, happening) => logger.info(fields, happening),
    warn: (fields, happening) => logger.warn(fields, happening),
    error: (fields, happening) => logger.error(fields, happening),
  };
}

/** What may be said of a fault: its kind and place, not its message, which may quote what somebody wrote. */
export function describeFault(fault: unknown): LogFields {
  if (!(fault instanceof Error)) return { fault: typeof fault };
  const place = fault.stack
    ?.split("\n")
    .find((line) => line.includes("/server/") || line.includes("/bot/") || line.includes("/knowledge/"));
  const code = "code" in fault && typeof fault.code === "string" ? fault.code : undefined;
  const cause = fault.cause instanceof Error ? fault.cause.name : undefined;
  return {
    fault: fault.name,
    ...(code !== undefined && { code }),
    ...(cause !== undefined && { cause }),
    place: place?.trim().replace(/\(?file:\/\/.*\/(?=server\/|bot\/|knowledge\/)/, ""),
  };
}
