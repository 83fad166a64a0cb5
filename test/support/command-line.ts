import { join } from "node:path";
import { PassThrough } from "node:stream";
import type { Io } from "../../src/cli/io.ts";
import { runCli } from "../../src/cli/program.ts";
import { projectDir } from "./folders.ts";

export interface Surroundings {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly stdin?: string | Uint8Array;
}

/** What a command did: its exit code, and all it wrote. */
export interface CommandResult {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  /** The objects of standard output, one a line. */
  readonly json: <T = Record<string, unknown>>() => T[];
}

/** Runs one command line in this process, with everything it writes kept. Nothing is a terminal. */
export async function runCommand(
  args: readonly string[],
  { cwd, env, stdin }: Surroundings = {},
): Promise<CommandResult> {
  const input = new PassThrough();
  input.end(stdin ?? "");
  let out = "";
  let err = "";
  const io: Io = {
    env: env ?? {},
    cwd: cwd ?? projectDir,
    home: projectDir,
    main: join(projectDir, "src/main.ts"),
    stdin: input,
    stdout: {
      write: keep((text) => {
        out += text;
      }),
    },
    stderr: {
      write: keep((text) => {
        err += text;
      }),
    },
    onStop: () => () => {},
  };
  const code = await runCli(args, io);
  const lines = () => out.split("\n").filter((line) => line !== "");
  return { code, out, err, json: <T>() => lines().map((line) => JSON.parse(line) as T) };
}

const keep = (add: (text: string) => void) => (text: string | Uint8Array) => {
  add(typeof text === "string" ? text : Buffer.from(text).toString());
  return true;
};
