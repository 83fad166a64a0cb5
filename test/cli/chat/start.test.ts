import { Command } from "commander";
import { describe, expect, it } from "vitest";
import { addStart } from "../../../src/cli/start.ts";
import { testIo } from "./support.ts";

async function start(args: string[], env: Record<string, string>, tty: boolean) {
  const { io, err } = testIo("", { tty, env });
  const ran: unknown[] = [];
  const program = new Command().exitOverride();
  for (const name of ["bot", "chat"]) {
    program
      .command(name)
      .option("-m, --message <text>")
      .action((options) => void ran.push(name, options));
  }
  addStart(program, io, { exitCode: 0 });
  await program.parseAsync(["start", ...args], { from: "user" });
  return { ran, err: err() };
}

describe("start", () => {
  it("runs the bot when there is a token", async () => {
    expect(await start([], { TELEGRAM_BOT_TOKEN: "123456789:AAAA" }, true)).toEqual({ ran: ["bot", {}], err: "" });
  });

  it("talks here without one, with the options it was given, and says on a terminal how to go live", async () => {
    expect(await start(["-m", "Who?"], {}, false)).toEqual({ ran: ["chat", { message: "Who?" }], err: "" });
    const { ran, err } = await start([], { TELEGRAM_BOT_TOKEN: " " }, true);
    expect(ran).toEqual(["chat", {}]);
    expect(err).toMatch(/^To go live.*TELEGRAM_BOT_TOKEN.*\n$/);
  });

  it("refuses a token that cannot be one", async () => {
    await expect(start([], { TELEGRAM_BOT_TOKEN: "nonsense" }, false)).rejects.toThrow("TELEGRAM_BOT_TOKEN");
  });
});
