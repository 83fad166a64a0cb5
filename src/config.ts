import { z } from "zod";
import { InputError } from "./coverage/errors.ts";

const flagNumber = z.coerce.number().int();
const blankIsUnset = (value: unknown) => (typeof value === "string" && value.trim() === "" ? undefined : value);
const setting = <T extends z.ZodType>(schema: T) => z.preprocess(blankIsUnset, schema);

const audienceName = /^[a-z][a-z0-9-]*$/;

/** What comes to a webhook must not be read on its way; on the same machine there is none. */
function isSafe(address: string): boolean {
  const url = URL.parse(address);
  return (
    url?.protocol === "https:" ||
    (url?.protocol === "http:" && /^(?:localhost|127\.[\d.]+|\[::1\])$/.test(url.hostname))
  );
}

const schema = z.object({
  TELEGRAM_BOT_TOKEN: setting(
    z
      .string()
      .regex(/^\d+:[A-Za-z0-9_-]{3,}$/, "a bot token looks like 123456789:AA…; get one from @BotFather")
      .optional(),
  ),
  TELEGRAM_API_ROOT: setting(
    z
      .url({ protocol: /^https?$/, error: "an address such as https://api.telegram.org" })
      .default("https://api.telegram.org"),
  ),
  BOT_MODE: setting(z.enum(["polling", "webhook"], { error: 'either "polling" or "webhook"' }).default("polling")),
  WEBHOOK_URL: setting(
    z
      .url("an address that starts with https://")
      .refine(isSafe, "an address that starts with https:// (http:// only on this machine)")
      .optional(),
  ),
  WEBHOOK_SECRET: setting(
    z
      .string()
      .regex(/^[A-Za-z0-9_-]{1,256}$/, "1 to 256 of A-Z a-z 0-9 _ -")
      .optional(),
  ),
  HOST: setting(z.string().default("127.0.0.1")),
  PORT: setting(flagNumber.min(1, "1 to 65535").max(65535, "1 to 65535").optional()),
  CORPUS_DIR: setting(z.string().optional()),
  CONTACT: setting(
    z
      .string()
      .regex(/^[\x21-\x7e]{3,200}$/, "a mail address or the address of a page, without blanks")
      .optional(),
  ),
  AUDIENCE: setting(z.string().regex(audienceName, "the name of an audience in outlets.yaml").optional()),
  CHAT_AUDIENCES: setting(
    z
      .string()
      .regex(
        /^-?\d+\s*:\s*[a-z][a-z0-9-]*(?:\s*,\s*-?\d+\s*:\s*[a-z][a-z0-9-]*)*$/,
        "chat numbers with their audience, such as -1001234:eu, 5678:ru",
      )
      .optional(),
  ),
  ADMIN_IDS: setting(
    z
      .string()
      .regex(/^\d+(?:\s*,\s*\d+)*$/, "user numbers, separated by commas")
      .optional(),
  ),
  STATE_DIR: setting(z.string().default("state")),
  LOG_LEVEL: setting(
    z
      .enum(["fatal", "error", "warn", "info", "debug", "silent"], {
        error: "fatal, error, warn, info, debug or silent",
      })
      .default("info"),
  ),
  SILENCE_LOG: setting(z.string().optional()),
});

/** The settings of DESIGN.md §5, checked. */
export interface Settings {
  readonly token: string | null;
  /** Telegram's own server unless set. */
  readonly apiRoot: string;
  readonly mode: "polling" | "webhook";
  readonly webhook: {
    readonly url: string | null;
    readonly secret: string | null;
    readonly host: string;
    readonly port: number;
  };
  /** PORT was set: state and figures are served while polling, too. */
  readonly servesStatus: boolean;
  readonly corpusDir: string | null;
  /** Told to the sites that `ingest` fetches from. */
  readonly contact: string | null;
  /** The audience of commands, and of chats for which no other is set; `null` is everyone. */
  readonly audience: string | null;
  /** Audiences that the operator set, by chat number. */
  readonly chatAudiences: ReadonlyMap<number, string>;
  readonly adminIds: readonly number[];
  /** The folder in which the languages that people chose are kept; made when the first one is. */
  readonly stateDir: string;
  readonly logLevel: "fatal" | "error" | "warn" | "info" | "debug" | "silent";
  readonly silenceLog: string | null;
}

/**
 * Reads the settings from an environment (process.env after dotenv).
 * @throws InputError that names every wrong key in one message, never a value.
 */
export function readSettings(env: Readonly<Record<string, string | undefined>>): Settings {
  const parsed = schema.safeParse(env);
  if (!parsed.success) {
    const wrong = parsed.error.issues.map((issue) => `${issue.path.join(".")} (${issue.message})`);
    throw new InputError(`wrong settings: ${[...new Set(wrong)].join("; ")}`);
  }
  const s = parsed.data;
  return {
    token: s.TELEGRAM_BOT_TOKEN ?? null,
    apiRoot: s.TELEGRAM_API_ROOT.replace(/\/+$/, ""),
    mode: s.BOT_MODE,
    webhook: { url: s.WEBHOOK_URL ?? null, secret: s.WEBHOOK_SECRET ?? null, host: s.HOST, port: s.PORT ?? 8080 },
    servesStatus: s.PORT !== undefined,
    corpusDir: s.CORPUS_DIR ?? null,
    contact: s.CONTACT ?? null,
    audience: s.AUDIENCE ?? null,
    chatAudiences: new Map(
      s.CHAT_AUDIENCES?.split(",").map((pair) => {
        const [chat, audience] = pair.split(":").map((part) => part.trim());
        return [Number(chat), audience ?? ""] as const;
      }),
    ),
    adminIds: s.ADMIN_IDS?.split(",").map(Number) ?? [],
    stateDir: s.STATE_DIR,
    logLevel: s.LOG_LEVEL,
    silenceLog: s.SILENCE_LOG ?? null,
  };
}
