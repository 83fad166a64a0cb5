import type { Network } from "../ingest/web/network.ts";

/** The command line's surroundings, handed in by `main.ts` so that every command can be tested without a process. */
export interface Io {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  /** The folder of the project, where the bundled corpus is. */
  readonly home: string;
  /** The file that starts the program, for threads of its own. */
  readonly main: string;
  readonly stdin: NodeJS.ReadableStream & { readonly isTTY?: boolean };
  readonly stdout: Pick<NodeJS.WriteStream, "write"> & { readonly isTTY?: boolean; readonly columns?: number };
  readonly stderr: Pick<NodeJS.WriteStream, "write"> & { readonly isTTY?: boolean };
  /** How the web is reached; the public internet unless a test says otherwise. */
  readonly network?: Network;
  /** Calls back on SIGINT and SIGTERM; returns how to stop listening. */
  readonly onStop: (stop: () => void) => () => void;
}

export function printLine(io: Io, line: string): void {
  io.stdout.write(`${line}\n`);
}

export function printJson(io: Io, value: unknown): void {
  io.stdout.write(`${JSON.stringify(value)}\n`);
}

/** Progress and warnings: standard error, so that standard output holds results only. */
export function warn(io: Io, line: string): void {
  io.stderr.write(`${line}\n`);
}
