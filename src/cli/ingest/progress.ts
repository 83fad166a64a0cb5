import type { Progress } from "../../ingest/ingest.ts";
import type { Io } from "../io.ts";

/** How often the line is written anew, in milliseconds. */
const every = 100;

/** Shows on a terminal how far a run is, how fast it goes and how long it will take; elsewhere nothing. */
export function progressLine(stderr: Io["stderr"], now: () => number = Date.now) {
  if (!stderr.isTTY) return { step: () => {}, end: () => {}, aside: (say: () => void) => say() };
  const started = now();
  let shown = false;
  let last = 0;
  const clear = () => {
    if (shown) stderr.write("\r\u001b[K");
    shown = false;
  };
  return {
    step: (progress: Progress) => {
      if (progress.doing === "reading" && now() - last < every) return;
      last = now();
      shown = true;
      stderr.write(`\r${lineOf(progress, (last - started) / 1000)}\u001b[K`);
    },
    end: clear,
    /** Writes something else without leaving half a line of progress before it. */
    aside: (say: () => void) => {
      clear();
      say();
    },
  };
}

/** @param seconds since the run began. */
export function lineOf({ doing, done, share }: Progress, seconds: number): string {
  const documents = `${done} document${done === 1 ? "" : "s"} read`;
  if (doing === "comparing") return `${documents}; looking for reprints …`;
  if (doing === "writing") return `${documents}; writing …`;
  const rate = seconds > 0 ? done / seconds : 0;
  const speed = rate >= 10 ? Math.round(rate) : rate.toFixed(1);
  const left =
    share !== null && share > 0.01
      ? `, ${Math.round(share * 100)} %, ${duration((seconds / share) * (1 - share))} left`
      : "";
  return `${documents} (${speed} a second${left})`;
}

function duration(seconds: number): string {
  if (seconds < 90) return `${Math.ceil(seconds)} s`;
  return seconds < 5400 ? `${Math.ceil(seconds / 60)} min` : `${(seconds / 3600).toFixed(1)} h`;
}
