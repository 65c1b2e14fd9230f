import type { Log, LogFields } from "../../server/log.ts";

export interface LogLine {
  readonly level: "info" | "warn" | "error";
  readonly fields: LogFields;
  readonly happening: string;
}

/** A log that keeps its lines, for stories that check what was logged. */
export function recordingLog(): Log & { readonly lines: LogLine[] } {
  const lines: LogLine[] = [];
  const at = (level: LogLine["level"]) => (fields: LogFields, happening: string) => {
    lines.push({ level, fields, happening });
  };
  return { lines, info: at("info"), warn: at("warn"), error: at("error") };
}
