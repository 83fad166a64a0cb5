import { resolve } from "node:path";
import { Context, GrammyError } from "grammy";
import { readSettings, type Settings } from "../../config.ts";
import { InputError } from "../../coverage/errors.ts";
import { watchCorpus } from "../../coverage/watch.ts";
import { createLog } from "../../log.ts";
import { createClient, laneOf } from "../../telegram/bot.ts";
import { describe } from "../../telegram/errors.ts";
import { type RunOptions, runPolling } from "../../telegram/run.ts";
import { runWebhook, secretFor } from "../../telegram/webhook.ts";
import { createMetrics } from "../../web/metrics.ts";
import { type Routes, serve } from "../../web/server.ts";
import { corpusDir } from "../corpus-option.ts";
import { type Io, warn } from "../io.ts";
import { UnableError } from "./generation.ts";
import { Generations } from "./generations.ts";

/**
 * Runs the bot on Telegram until it is told to stop.
 * @throws InputError when a setting is missing or Telegram refuses the token.
 */
export async function runBot(io: Io, corpusOption: string | undefined): Promise<void> {
  const settings = readSettings(io.env);
  const { token, apiRoot, webhook } = settings;
  if (!token)
    throw new InputError(
      'no bot token: put TELEGRAM_BOT_TOKEN=<token from @BotFather> into .env, or talk to the bot here with "onrecord chat"',
    );
  if (settings.mode === "webhook" && !webhook.url)
    throw new InputError(
      "BOT_MODE=webhook needs WEBHOOK_URL=<the https:// address under which Telegram reaches this program>; without one, leave BOT_MODE out",
    );
  const dir = corpusDir(io, corpusOption);
  const secret = webhook.secret ?? secretFor(token);
  const log = createLog(settings.logLevel, secretsOf(settings, secret), (line) => io.stderr.write(line));
  const client = createClient({ token, apiRoot });
  const { promise: broken, reject } = Promise.withResolvers<never>();
  broken.catch(() => {});
  let underWay = 0;
  const metrics = createMetrics({ underWay: () => underWay, heapUsed: async () => generations.heapUsed() });
  const generations: Generations = await Generations.open({
    main: io.main,
    data: {
      token,
      apiRoot,
      logLevel: settings.logLevel,
      secrets: secretsOf(settings, secret),
      dir,
      languagesFile: resolve(io.cwd, settings.stateDir, "languages.json"),
      adminIds: settings.adminIds,
      silenceLog: settings.silenceLog === null ? null : resolve(io.cwd, settings.silenceLog),
      audiences: { everywhere: settings.audience, chats: settings.chatAudiences },
    },
    stderr: (text) => io.stderr.write(text),
    log,
    laneOf: (update) => laneOf(new Context(update, client.api, client.botInfo)),
    onMessage: (message) => {
      if (message.is === "done") {
        message.updates.forEach(metrics.update);
        message.calls.forEach(metrics.call);
        return;
      }
      // One refusal may be a slip of Telegram's; a token that is gone stays gone.
      client.api.getMe().catch((error: unknown) => {
        if (error instanceof GrammyError && error.error_code === 401) reject(error);
      });
    },
    onCorpus: ({ articles, hash }, seconds) => {
      metrics.corpus({ articles, seconds });
      if (seconds !== null) log.info({ articles, corpus: hash, seconds }, "the coverage has changed");
    },
    onRefused: metrics.corpusRefused,
  }).catch((error: unknown) => {
    throw error instanceof UnableError ? new InputError(error.message) : error;
  });

  let isReady = false;
  const run: RunOptions = {
    log,
    broken,
    handle: (update) => {
      underWay++;
      return generations.handle(update, client.botInfo).finally(() => underWay--);
    },
    onRepeat: metrics.repeated,
    onStop: (stop) =>
      io.onStop(() => {
        isReady = false;
        stop();
      }),
    onReady: (username) => {
      isReady = true;
      log.info({ mode: settings.mode }, "the bot is listening");
      if (io.stderr.isTTY) warn(io, `@${username} is listening: https://t.me/${username} (Ctrl+C stops it)`);
    },
  };
  const status: Routes = new Map([
    ["/healthz", { GET: () => ({ status: 200, body: "alive\n" }) }],
    ["/readyz", { GET: () => (isReady ? { status: 200, body: "ready\n" } : { status: 503, body: "not ready\n" }) }],
    ["/metrics", { GET: metrics.route }],
  ]);
  const listen = (routes: Routes) =>
    serve(new Map([...status, ...routes]), {
      ...webhook,
      onError: (error) => log.error(describe(error), "a request was not answered"),
    });
  const stopWatching = await watchCorpus(dir, {
    onChange: (since) => void generations.changed(since),
    onTrouble: (error) => log.warn(describe(error), "the corpus folder cannot be watched just now"),
  });
  try {
    if (settings.mode === "webhook" && webhook.url) {
      const { url } = webhook;
      await runWebhook(client, {
        ...run,
        url,
        secret,
        listen: (path, route) => listen(new Map([[path, { POST: route }]])),
      });
    } else {
      const server = settings.servesStatus ? await listen(new Map()) : null;
      await runPolling(client, run).finally(() => server?.close());
    }
  } finally {
    stopWatching();
    await generations.close();
  }
}

/** What must not be in a log. The path of a webhook is no secret unless it is long: some put one there. */
function secretsOf({ token, webhook }: Settings, secret: string): string[] {
  const path = webhook.url === null ? "" : new URL(webhook.url).pathname;
  return [...(token ? [token] : []), secret, ...(path.length >= longPath ? [path] : [])];
}

const longPath = 16;
