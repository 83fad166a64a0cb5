import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, onTestFinished, test } from "vitest";
import { BotApi } from "../../src/cli/chat/bot-api.ts";
import type { ChatEvent } from "../../src/cli/chat/events.ts";
import { createLog } from "../../src/log.ts";
import { commandsIn } from "../../src/telegram/announce.ts";
import { createBot } from "../../src/telegram/bot.ts";
import { runPolling } from "../../src/telegram/run.ts";
import { bundledLibrary } from "../support/libraries.ts";

/** The bot polling a stand-in, as on Telegram. */
async function running({ token, root }: { token?: string; root?: string } = {}) {
  const api = await BotApi.start();
  onTestFinished(() => api.close());
  const events: ChatEvent[] = [];
  const lines: string[] = [];
  const stops = new Set<() => void>();
  const ready = Promise.withResolvers<string>();
  const log = createLog("debug", [], (line) => lines.push(line));
  const bot = createBot({ token: token ?? api.token, apiRoot: root ?? api.root, library: bundledLibrary(), log });
  const ended = runPolling(bot, {
    log,
    onStop: (stop) => {
      stops.add(stop);
      return () => stops.delete(stop);
    },
    onReady: ready.resolve,
  });
  ended.catch(() => {});
  /** The next event of a kind. */
  const next = (kind: ChatEvent["event"]) =>
    new Promise<ChatEvent>((resolve) => {
      const off = api.subscribe((event) => {
        if (event.event !== kind) return;
        off();
        resolve(event);
      });
    });
  api.subscribe((event) => events.push(event));
  const pending = async () => {
    const response = await fetch(`${api.root}/bot${api.token}/getUpdates`);
    return ((await response.json()) as { result: unknown[] }).result;
  };
  return {
    api,
    bot,
    ended,
    events,
    lines,
    stops,
    ready: ready.promise,
    next,
    pending,
    stop: () => {
      for (const s of stops) s();
    },
  };
}

describe("runPolling", () => {
  test("says its name when it listens, answers, and ends when it is asked to", async () => {
    const { api, ended, ready, next, stop, stops } = await running();
    expect(await ready).toBe("onrecord_terminal_bot");
    const answer = next("message");
    api.say("/privacy");
    expect(await answer).toMatchObject({ message: { text: expect.stringContaining("Nothing about you is stored") } });
    stop();
    await ended;
    expect(stops.size).toBe(0);
  });

  test("what was answered is confirmed before it ends, what came after waits", async () => {
    const { api, ended, ready, next, pending, stop } = await running();
    await ready;
    const answer = next("message");
    api.say("/help");
    await answer;
    stop();
    await ended;
    expect(await pending()).toEqual([]);
    api.say("later");
    expect(await pending()).toMatchObject([{ message: { text: "later" } }]);
  });

  test("what was taken in the moment of stopping is answered and confirmed: nobody is answered twice", async () => {
    const { api, bot, ended, events, ready, pending, stop } = await running();
    await ready;
    const handle = bot.handleUpdate.bind(bot);
    bot.handleUpdate = (update) => {
      stop();
      return handle(update);
    };
    api.say("/help");
    await ended;
    expect(events.filter((e) => e.event === "message")).toHaveLength(1);
    expect(await pending()).toEqual([]);
  });

  test("asked to stop twice, or before it has begun, it ends as well", async () => {
    const { ended, ready, stop } = await running();
    await ready;
    stop();
    stop();
    await ended;
    const early = await running();
    early.stop();
    early.stop();
    await early.ended;
  });

  test("a token that Telegram does not know ends in one line", async () => {
    const { ended } = await running({ token: "123:wrong" });
    await expect(ended).rejects.toMatchObject({
      name: "InputError",
      message: expect.stringMatching(/^Telegram does not know this bot token[^\n]*@BotFather[^\n]*$/),
    });
  });

  test("a second program with the same token ends it in one line", async () => {
    const { api, ended, ready } = await running();
    await ready;
    const poll = () => fetch(`${api.root}/bot${api.token}/getUpdates`).then((r) => r.text());
    // The runner begins its next poll in its own time; one that is under way is sent away.
    const rival = setInterval(() => void poll(), 20);
    onTestFinished(() => clearInterval(rival));
    await expect(ended).rejects.toMatchObject({
      name: "InputError",
      message: expect.stringMatching(/^another program is receiving[^\n]*$/),
    });
  });

  test("commands are announced in both languages without holding up the start", async () => {
    const { api, ended, ready, stop } = await running();
    await ready;
    const offered = commandsIn("en").find(({ scope }) => scope.type === "all_private_chats")?.commands;
    await expect.poll(() => api.commands()).toEqual(offered);
    stop();
    await ended;
  });

  test("Telegram out of reach right after the start ends in one line", async () => {
    // Knows the bot, then breaks every connection.
    const me = { id: 1, is_bot: true, first_name: "B", username: "b_bot" };
    const server = createServer((req, res) => {
      if (req.url?.endsWith("/getMe")) res.end(JSON.stringify({ ok: true, result: me }));
      else req.socket.destroy();
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    onTestFinished(() => void server.close());
    const { ended } = await running({ root: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
    await expect(ended).rejects.toMatchObject({
      name: "InputError",
      message: expect.stringContaining("cannot be reached"),
    });
  });

  test("nothing that was asked and no token is in the log", async () => {
    const { api, ended, ready, next, stop, lines } = await running();
    await ready;
    const answer = next("message");
    api.say("How much was Twitter fined?");
    await answer;
    stop();
    await ended;
    expect(lines.join("")).not.toMatch(/Twitter|terminal-conversation/);
  });
});
