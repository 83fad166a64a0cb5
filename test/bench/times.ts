/** Wall-clock and processor times of many calls, in milliseconds. */
export interface Times {
  readonly wall: number[];
  /** User and system time together. */
  cpu: number;
}

/** Adds one call. */
export function time<T>(times: Times, work: () => T): T {
  const cpu = process.cpuUsage();
  const begin = performance.now();
  const result = work();
  times.wall.push(performance.now() - begin);
  const { user, system } = process.cpuUsage(cpu);
  times.cpu += (user + system) / 1000;
  return result;
}

export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

export const ms = (value: number) => `${value.toFixed(value < 10 ? 2 : 0)} ms`;

/** Cells in columns, the first to the left, the others to the right. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((r) => r[column]?.length ?? 0))) ?? [];
  return rows
    .map((r) => r.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join("   "))
    .join("\n");
}
