import { createHmac } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { Bot } from "grammy";
import type { Update } from "grammy/types";
import { readBody } from "../web/body.ts";
import { isSameSecret } from "../web/secret.ts";
import type { Reply, Route } from "../web/server.ts";
import { allowedUpdates } from "./allowed-updates.ts";
import { announce } from "./announce.ts";
import { describe } from "./errors.ts";
import { Intake } from "./intake.ts";
import { handleWith, type RunOptions } from "./run.ts";
import { plainer, stopAfter } from "./stop.ts";

/** Bytes. Far above any update: the longest text is 32,768 characters, in a message and in the one that it replies to. */
const mostBytes = 1_048_576;
/**
 * Milliseconds for which Telegram waits at the most. It gives up after a minute and has few connections (40 unless set), which one
 * chat under a flood wait must not hold. Most answers are sent by then; of the others the bot says that it has taken them over.
 */
const holdFor = 1_000;
/** Telegram's most connections at once ("1-100"). */
const connections = 100;

export interface WebhookOptions extends RunOptions {
  readonly url: string;
  readonly secret: string;
  /** Listens where `url` leads to and hands requests to the route. */
  readonly listen: (path: string, route: Route) => Promise<{ close(): Promise<void> }>;
}

/** The secret of a webhook where none is set: always the same for a token, and telling nothing about it. */
export function secretFor(token: string): string {
  return createHmac("sha256", token).update("onrecord webhook").digest("hex");
}

/**
 * Runs a bot by webhook until it is asked to stop: listens, tells Telegram where, and at the end lets handlers end. The webhook stays
 * set: what comes while the bot is away waits at Telegram.
 * @throws InputError when Telegram does not know the token or refuses the address, or the port is taken.
 */
export async function runWebhook(bot: Bot, options: WebhookOptions): Promise<void> {
  const { url, secret, listen, log, onStop, onReady, onRepeat } = options;
  const { handle = handleWith(bot), broken = new Promise<never>(() => {}) } = options;
  const intake = new Intake(handle, onRepeat);
  let isStopping = false;
  const { promise: stopped, resolve } = Promise.withResolvers<void>();
  const off = onStop(() => {
    isStopping = true;
    resolve();
  });
  let server: { close(): Promise<void> } | null = null;
  try {
    await Promise.race([bot.init(), stopped, broken]);
    if (isStopping) return;
    // A root without a path is asked for as "/".
    server = await listen(new URL(url).pathname, (req) =>
      isStopping ? { status: 503, headers: { "retry-after": "1" } } : receive(req, secret, intake),
    );
    await Promise.race([
      bot.api.setWebhook(url, {
        secret_token: secret,
        max_connections: connections,
        allowed_updates: [...allowedUpdates],
      }),
      stopped,
      broken,
    ]);
    if (isStopping) return;
    announce(bot).catch((error: unknown) => log.warn(describe(error), "commands and description were not registered"));
    onReady?.(bot.botInfo.username);
    await Promise.race([stopped, broken]);
  } catch (error) {
    if (!isStopping) throw plainer(error);
    log.debug(describe(error), "while stopping");
  } finally {
    isStopping = true;
    await intake.drained(stopAfter);
    await server?.close();
    off();
  }
}

/** One delivery: refused unless it comes from Telegram and holds an update; 200 once the update is done or safely taken over. */
async function receive(req: IncomingMessage, secret: string, intake: Intake): Promise<Reply> {
  const given = req.headers["x-telegram-bot-api-secret-token"];
  if (typeof given !== "string" || !isSameSecret(given, secret)) return { status: 401 };
  if (!/^application\/json\b/i.test(req.headers["content-type"] ?? "")) return { status: 415 };
  const body = await readBody(req, mostBytes);
  if (body === null) return { status: 413 };
  const update = parseUpdate(body);
  if (update === null) return { status: 400 };
  if (intake.isFull) return { status: 503, headers: { "retry-after": "5" } };
  const { promise: waited, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, holdFor);
  await Promise.race([intake.take(update), waited]);
  clearTimeout(timer);
  return { status: 200 };
}

/** An update is an object with a number; what else is in it, the handlers find out. */
function parseUpdate(body: Buffer): Update | null {
  try {
    const value: unknown = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(body));
    if (typeof value !== "object" || value === null || Array.isArray(value)) return null;
    return Number.isSafeInteger((value as Partial<Update>).update_id) ? (value as Update) : null;
  } catch {
    return null;
  }
}
