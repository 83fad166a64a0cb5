#!/usr/bin/env node
import { enableCompileCache } from "node:module";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import dotenv from "dotenv";

// Node keeps what it compiled of the sources (in the system's temporary folder) and starts twice as fast from the second time on.
enableCompileCache();
const { runCli } = await import("./cli/program.ts");

dotenv.config({ quiet: true });

// A reader that has seen enough ("onrecord quote | head") is no error.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0);
  throw error;
});

process.exitCode = await runCli(process.argv.slice(2), {
  env: process.env,
  cwd: process.cwd(),
  home: dirname(dirname(fileURLToPath(import.meta.url))),
  main: fileURLToPath(import.meta.url),
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  onStop: (stop) => {
    process.on("SIGINT", stop).on("SIGTERM", stop);
    return () => process.off("SIGINT", stop).off("SIGTERM", stop);
  },
});
