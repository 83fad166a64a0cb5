import { connect } from "node:net";
import { Bot } from "grammy";
import type { Update } from "grammy/types";
import { describe, expect, onTestFinished, test } from "vitest";
import { createLog } from "../../src/log.ts";
import { runWebhook, secretFor } from "../../src/telegram/webhook.ts";
import { serve, type WebServer } from "../../src/web/server.ts";

const secret = "s3cret_-";

/** A bot that is called at its own server; `handle` is what it does with an update. */
async function called(handle: (update: Update) => Promise<void> = async () => {}) {
  const calls: { method: string; payload: Record<string, unknown> }[] = [];
  const bot = new Bot("1:abc", { botInfo: { id: 1, is_bot: true, first_name: "B", username: "b_bot" } as never });
  bot.api.config.use(async (_, method, payload) => {
    calls.push({ method, payload: payload as Record<string, unknown> });
    return { ok: true, result: true } as never;
  });
  const lines: string[] = [];
  const stops = new Set<() => void>();
  const ready = Promise.withResolvers<void>();
  let server: WebServer | undefined;
  let repeats = 0;
  const ended = runWebhook(bot, {
    url: "https://bot.example.com/hook",
    secret,
    handle,
    log: createLog("debug", [], (line) => lines.push(line)),
    listen: async (path, route) => {
      server = await serve(new Map([[path, { POST: route }]]), { host: "127.0.0.1", port: 0, onError: () => {} });
      return server;
    },
    onStop: (stop) => {
      stops.add(stop);
      return () => stops.delete(stop);
    },
    onReady: () => ready.resolve(),
    onRepeat: () => {
      repeats++;
    },
  });
  const stop = async () => {
    for (const s of stops) s();
    await ended;
  };
  onTestFinished(stop);
  await ready.promise;
  const post = async (body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}) =>
    (
      await fetch(`${server?.url}/hook`, {
        method: "POST",
        body,
        headers: { "content-type": "application/json", "x-telegram-bot-api-secret-token": secret, ...headers },
      })
    ).status;
  const update = (update_id: number) => JSON.stringify({ update_id });
  return { calls, lines, post, update, stop, repeats: () => repeats, url: () => server?.url ?? "" };
}

describe("runWebhook", () => {
  test("tells Telegram where it is, with the secret and every kind of update", async () => {
    const { calls } = await called();
    expect(calls.find((c) => c.method === "setWebhook")?.payload).toMatchObject({
      url: "https://bot.example.com/hook",
      secret_token: secret,
      allowed_updates: expect.arrayContaining(["message", "callback_query", "inline_query", "guest_message"]),
    });
  });

  test.each([
    ["no secret", { "x-telegram-bot-api-secret-token": "" }, 401],
    ["another secret", { "x-telegram-bot-api-secret-token": "s3cret_" }, 401],
    ["a compressed body", { "content-encoding": "gzip" }, 413],
    ["another type", { "content-type": "text/plain" }, 415],
  ])("%s is refused", async (_, headers, status) => {
    const seen: number[] = [];
    const { post, update } = await called(async (u) => void seen.push(u.update_id));
    expect(await post(update(1), headers)).toBe(status);
    expect(seen).toEqual([]);
  });

  test.each(["", "{", "null", "[]", "1", "{}", '{"update_id":"1"}', '{"update_id":1.5}'])(
    "the body %s is refused",
    async (body) => {
      const { post } = await called();
      expect(await post(body)).toBe(400);
    },
  );

  test("a body of more than a megabyte is cut off, bytes that are no text are refused", async () => {
    const { post, update } = await called();
    expect(await post(" ".repeat(1_048_577))).toBe(413);
    expect(await post(new Uint8Array([0x7b, 0xc3, 0x28, 0x7d]))).toBe(400);
    expect(await post(update(1))).toBe(200);
  });

  test("an update that comes twice is handled once, and the second is answered when the first is done", async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    let handled = 0;
    const { post, update, repeats } = await called(async () => {
      handled++;
      await promise;
    });
    const both = Promise.all([post(update(5)), post(update(5))]);
    await expect.poll(() => handled).toBe(1);
    resolve();
    expect(await both).toEqual([200, 200]);
    expect(await post(update(5))).toBe(200);
    expect([handled, repeats()]).toEqual([1, 2]);
  });

  test("slow work does not hold Telegram, and ends before the program does", async () => {
    let isDone = false;
    const { post, update, stop } = await called(async () => {
      await new Promise((resolve) => setTimeout(resolve, 2_500));
      isDone = true;
    });
    const begin = performance.now();
    expect(await post(update(1))).toBe(200);
    expect(performance.now() - begin).toBeLessThan(2_400);
    expect(isDone).toBe(false);
    await stop();
    expect(isDone).toBe(true);
  });

  test("a handler that fails is Telegram's affair no longer", async () => {
    const { post, update } = await called(async () => {
      throw new Error("broken");
    });
    expect([500, 200]).toContain(await post(update(1)));
    expect(await post(update(1))).toBe(200);
  });

  test("a caller that says nothing for long, or hangs up, ends nothing", async () => {
    const { post, update, url } = await called();
    const { port } = new URL(url());
    const socket = connect(Number(port), "127.0.0.1");
    socket.on("error", () => {});
    socket.write("POST /hook HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\n{");
    socket.destroy();
    expect(await post(update(1))).toBe(200);
  });
});

test("the secret of a token is always the same, and fits Telegram's rules", () => {
  expect(secretFor("1:abc")).toBe(secretFor("1:abc"));
  expect(secretFor("1:abc")).not.toBe(secretFor("1:abd"));
  expect(secretFor("1:abc")).toMatch(/^[A-Za-z0-9_-]{1,256}$/);
});
