import { pino } from "pino";

export type Log = Pick<ReturnType<typeof pino>, "debug" | "info" | "warn" | "error" | "fatal">;

/**
 * A log of JSON lines on standard error. Whatever is in `secrets` is struck from every line; what people ask is
 * never handed to it in the first place.
 */
export function createLog(
  level: string,
  secrets: readonly string[] = [],
  write: (line: string) => void = (line) => process.stderr.write(line),
): Log {
  // As they stand and as JSON writes them; the longest first, so that none leaves the rest of another behind.
  const hidden = secrets
    .flatMap((s) => [s, JSON.stringify(s).slice(1, -1)])
    .filter((s) => s.length > 0)
    .sort((a, b) => b.length - a.length);
  return pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime },
    { write: (line: string) => write(hidden.reduce((text, secret) => text.replaceAll(secret, "[hidden]"), line)) },
  );
}

/** A log that says nothing. */
export const silentLog: Log = createLog("silent");
