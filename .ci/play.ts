/*
 * What the played checks of this folder share: the stand-in for Telegram's servers, the bot as `onrecord bot` runs it, and steps that are
 * counted. The stand-in's folder is the first argument.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { dirname, join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { pathToFileURL } from "node:url";

export const home = resolve(import.meta.dirname, "..");
const folder = resolve(process.argv[2] ?? "../shared/telegram-standin");

/** Starts the stand-in; `tg` drives it. */
export async function startTelegram(options: object = {}) {
  const { startServer } = await import(pathToFileURL(join(folder, "proxy.mjs")).href);
  const { connect } = await import(pathToFileURL(join(folder, "client.mjs")).href);
  const server = await startServer(options);
  return { server, tg: connect(server.url) };
}

export interface RunningBot {
  readonly process: ChildProcess;
  /** All that it has written to standard error. */
  log(): string;
  /** Its exit code once it has ended; "still running" after 20 s. */
  exit(): Promise<number | string>;
  /** Asks it to stop, then as `exit`. */
  stop(signal?: NodeJS.Signals): Promise<number | string>;
}

/** The bot in a process of its own: the sources, or what was built of them (`ONRECORD_MAIN`). */
export function startBot(env: Readonly<Record<string, string>>, args: readonly string[] = []): RunningBot {
  const main = process.env["ONRECORD_MAIN"] ?? join(home, "src/main.ts");
  const child = spawn(process.execPath, [main, "bot", ...args], {
    cwd: dirname(dirname(main)),
    env: { ...process.env, LOG_LEVEL: "error", ...env },
    stdio: ["ignore", "ignore", "pipe"],
  });
  let log = "";
  child.stderr.on("data", (chunk) => {
    log += chunk;
  });
  const ended = once(child, "exit").then(([code]) => code as number);
  process.on("exit", () => child.kill("SIGKILL"));
  const exit = () => Promise.race([ended, sleep(20_000).then(() => "still running")]);
  return {
    process: child,
    log: () => log,
    exit,
    stop(signal = "SIGTERM") {
      child.kill(signal);
      return exit();
    },
  };
}

/** A port on which nothing listens just now. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  return typeof address === "object" && address ? address.port : 0;
}

/** Runs steps one after the other and counts what passed. */
export function steps(title: string) {
  let passed = 0;
  let failed = 0;
  return {
    async step(name: string, play: () => Promise<void>): Promise<void> {
      try {
        await play();
        passed++;
        console.log(`ok      ${name}`);
      } catch (error) {
        failed++;
        console.log(`FAILED  ${name}\n${error instanceof Error ? error.message : error}`);
      }
    },
    /** Prints the counts and ends the process. */
    end(): never {
      console.log(`${title}: ${passed} passed, ${failed} failed`);
      process.exit(failed > 0 ? 1 : 0);
    },
  };
}

/** Tries again until it holds. */
export async function until(what: string, test: () => unknown, timeout = 15_000): Promise<void> {
  const end = Date.now() + timeout;
  for (;;) {
    if (await test()) return;
    if (Date.now() > end) throw new Error(`not within ${timeout} ms: ${what}`);
    await sleep(25);
  }
}
