import { Api, GrammyError } from "grammy";
import type { UserFromGetMe, WebhookInfo } from "grammy/types";
import type { Settings } from "../../config.ts";
import { allowedUpdates } from "../../telegram/allowed-updates.ts";
import { commandsIn } from "../../telegram/announce.ts";
import { type BotLanguage, catalogue } from "../../telegram/texts.ts";
import type { Finding } from "./finding.ts";

/** Seconds after which an error of the webhook is history. */
const recently = 3_600;
const manyWaiting = 100;

/**
 * What Telegram says of the bot: whose the token is, what is switched on, the webhook and its last error, commands and kinds of updates.
 * Nothing is changed there, and no address is shown beyond its host: some put a secret into the rest.
 */
export async function* examineTelegram(settings: Settings): AsyncGenerator<Finding> {
  const { token, apiRoot } = settings;
  if (!token) {
    yield note(
      'no TELEGRAM_BOT_TOKEN: "npm start" talks here; for Telegram get a token from @BotFather and put it into .env',
    );
    return;
  }
  const api = new Api(token, { apiRoot, timeoutSeconds: 10 });
  let me: UserFromGetMe;
  try {
    me = await api.getMe();
  } catch (error) {
    yield problem(
      error instanceof GrammyError && (error.error_code === 401 || error.error_code === 404)
        ? "Telegram does not know this token: copy it anew from @BotFather into TELEGRAM_BOT_TOKEN"
        : `${apiRoot} cannot be reached; check the network, or TELEGRAM_API_ROOT`,
    );
    return;
  }
  yield { what: "telegram", state: "ok", says: `the token belongs to @${me.username}` };
  yield* flagsOf(me);
  try {
    const info = await api.getWebhookInfo();
    yield* webhookOf(settings, info, Date.now() / 1000);
    yield* updatesOf(info);
    yield* await commandsOf(api);
  } catch {
    yield note("it does not say how the webhook and the commands stand; try again later");
  }
}

function* flagsOf(me: UserFromGetMe): Generator<Finding> {
  yield me.supports_inline_queries
    ? ok("inline mode is on")
    : note(
        `inline mode is off: "@${me.username} …" finds nothing in other chats; /setinline at @BotFather switches it on`,
      );
  yield me.supports_guest_queries
    ? ok("guest mode is on")
    : note("guest mode is off: the bot cannot be asked in chats where it is not a member; @BotFather switches it on");
  if (!me.can_join_groups) yield note("it may not join groups; /setjoingroups at @BotFather allows it");
  else
    yield me.can_read_all_group_messages
      ? note(
          "privacy mode is off: it is sent all messages of its groups, and answers only those meant for it; /setprivacy at @BotFather",
        )
      : ok("privacy mode is on: in groups it sees commands and replies only");
}

function* webhookOf({ mode, webhook }: Settings, info: WebhookInfo, now: number): Generator<Finding> {
  const set = info.url ?? "";
  const at = hostOf(set);
  if (mode === "polling")
    yield set === ""
      ? ok("no webhook is set, as polling needs it")
      : note(
          `a webhook is set (${at}): the bot takes it away when it starts; stop the program behind it, or set BOT_MODE=webhook`,
        );
  else if (!webhook.url)
    yield problem("BOT_MODE=webhook needs WEBHOOK_URL, the https:// address under which Telegram reaches this program");
  else
    yield set === webhook.url
      ? ok(`the webhook is set (${at})`)
      : note(`the webhook is ${set === "" ? "not set" : `that of ${at}`}: the bot sets its own when it starts`);
  const age = now - (info.last_error_date ?? 0);
  if (info.last_error_message && set !== "")
    yield {
      what: "telegram",
      state: age < recently ? "problem" : "note",
      says: `its last delivery failed ${Math.max(1, Math.round(age / 60))} minutes ago: ${info.last_error_message}; ${remedy(info.last_error_message)}`,
    };
  if (info.pending_update_count > manyWaiting)
    yield note(`${info.pending_update_count} updates wait for the bot; they are answered when it runs`);
}

/** What to do about the most frequent errors (https://core.telegram.org/bots/webhooks). */
function remedy(message: string): string {
  if (/certificate|SSL/i.test(message))
    return "the address needs a certificate that Telegram trusts, with its whole chain";
  if (/resolve|Name or service/i.test(message)) return "the name in WEBHOOK_URL leads nowhere: check it, and DNS";
  if (/refused|timed? ?out|unreachable/i.test(message))
    return "nothing answers there: check that the bot runs and what stands in front of it";
  if (/401/.test(message)) return "the secret differs: start the bot again, which sets its own";
  if (/404|405/.test(message))
    return "the path of WEBHOOK_URL does not reach the bot: check what stands in front of it";
  if (/50\d/.test(message)) return "what stands in front of the bot does not reach it: check HOST and PORT";
  return "check that WEBHOOK_URL leads to this program";
}

function* updatesOf({ allowed_updates: allowed = [] }: WebhookInfo): Generator<Finding> {
  const missing = allowed.length === 0 ? [] : allowedUpdates.filter((kind) => !allowed.includes(kind));
  yield missing.length === 0
    ? ok("every kind of update is allowed that the bot answers")
    : note(`Telegram does not send ${missing.join(", ")}: the bot asks for them when it starts`);
}

async function commandsOf(api: Api): Promise<Finding[]> {
  const stale: string[] = [];
  for (const language of Object.keys(catalogue) as BotLanguage[]) {
    const code = language === "en" ? {} : ({ language_code: language } as const);
    for (const { scope, commands } of commandsIn(language)) {
      const there = await api.getMyCommands({ scope, ...code });
      const lines = (list: readonly { command: string; description: string }[]) =>
        list.map((c) => `${c.command} ${c.description}`).join("\n");
      if (lines(there) !== lines(commands)) stale.push(`${scope.type} (${language})`);
    }
  }
  return [
    stale.length === 0
      ? ok("the commands are registered")
      : note(`other commands are registered than the bot's: ${stale.join(", ")}; it registers its own when it starts`),
  ];
}

function hostOf(address: string): string {
  return URL.parse(address)?.host ?? "unknown";
}

const ok = (says: string): Finding => ({ what: "telegram", state: "ok", says });
const note = (says: string): Finding => ({ what: "telegram", state: "note", says });
const problem = (says: string): Finding => ({ what: "telegram", state: "problem", says });
