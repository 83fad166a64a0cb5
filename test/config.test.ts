import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readSettings } from "../src/config.ts";
import { InputError } from "../src/coverage/errors.ts";

const message = (env: Record<string, string>): string => {
  try {
    readSettings(env);
  } catch (error) {
    if (error instanceof InputError) return error.message;
    throw error;
  }
  return "";
};

describe("settings", () => {
  it("have values of their own where nothing is set", () => {
    const defaults = {
      token: null,
      apiRoot: "https://api.telegram.org",
      mode: "polling",
      webhook: { url: null, secret: null, host: "127.0.0.1", port: 8080 },
      servesStatus: false,
      corpusDir: null,
      adminIds: [],
      stateDir: "state",
      logLevel: "info",
      silenceLog: null,
      contact: null,
      audience: null,
      chatAudiences: new Map(),
    };
    expect(readSettings({})).toEqual(defaults);
    const blank = [
      "TELEGRAM_BOT_TOKEN",
      "TELEGRAM_API_ROOT",
      "BOT_MODE",
      "WEBHOOK_URL",
      "HOST",
      "PORT",
      "CORPUS_DIR",
      "ADMIN_IDS",
      "LOG_LEVEL",
    ];
    expect(readSettings(Object.fromEntries(blank.map((key) => [key, "  "])))).toEqual(defaults);
    expect(readSettings({ PATH: "/bin", HOME: "/root" })).toEqual(defaults);
  });

  it("are read", () => {
    expect(
      readSettings({
        TELEGRAM_BOT_TOKEN: "123456789:AAabc_-",
        TELEGRAM_API_ROOT: "http://127.0.0.1:8081//",
        BOT_MODE: "webhook",
        WEBHOOK_URL: "https://bot.example.com/hook",
        WEBHOOK_SECRET: "s3cret_-",
        HOST: "0.0.0.0",
        PORT: "80",
        CORPUS_DIR: "news",
        ADMIN_IDS: "1, 22,333",
        LOG_LEVEL: "debug",
        STATE_DIR: "kept",
        SILENCE_LOG: "silence.jsonl",
        CONTACT: "desk@herald.example",
        AUDIENCE: "school",
        CHAT_AUDIENCES: "-1001: eu, 22:ru",
      }),
    ).toEqual({
      token: "123456789:AAabc_-",
      apiRoot: "http://127.0.0.1:8081",
      mode: "webhook",
      webhook: { url: "https://bot.example.com/hook", secret: "s3cret_-", host: "0.0.0.0", port: 80 },
      servesStatus: true,
      corpusDir: "news",
      stateDir: "kept",
      adminIds: [1, 22, 333],
      logLevel: "debug",
      silenceLog: "silence.jsonl",
      contact: "desk@herald.example",
      audience: "school",
      chatAudiences: new Map([
        [-1001, "eu"],
        [22, "ru"],
      ]),
    });
  });

  it.each([
    ["https://bot.example.com/hook", true],
    ["http://127.0.0.1:8080/hook", true],
    ["http://localhost/hook", true],
    ["http://[::1]/hook", true],
    ["http://127.0.0.1.example.com/hook", false],
    ["http://bot.example.com/hook", false],
  ])("WEBHOOK_URL=%s: %s, for only on this machine may it go unencrypted", (url, isTaken) => {
    expect(message({ WEBHOOK_URL: url }) === "").toBe(isTaken);
  });

  const wrong: Record<string, string[]> = {
    TELEGRAM_BOT_TOKEN: ["hidden-value", "123:hidden value", "'123456789:AAhidden'"],
    TELEGRAM_API_ROOT: ["hidden-value", "ftp://hidden.example"],
    BOT_MODE: ["hidden-value", "Polling"],
    WEBHOOK_URL: ["http://hidden.example", "hidden-value"],
    WEBHOOK_SECRET: ["hidden value", "ü"],
    PORT: ["hidden-value", "0", "65536", "80.5", "-1"],
    ADMIN_IDS: ["hidden-value", "1;2", "1,"],
    AUDIENCE: ["Hidden value"],
    CHAT_AUDIENCES: ["hidden-value", "1:eu;2:ru", "1:"],
    LOG_LEVEL: ["hidden-value", "INFO"],
  };

  it.each(Object.entries(wrong).flatMap(([key, values]) => values.map((value) => [key, value] as const)))(
    "%s=%s is named, and its value is not",
    (key, value) => {
      expect(message({ [key]: value })).toMatch(new RegExp(`^wrong settings: ${key} \\([^\\n]+\\)$`));
      expect(message({ [key]: value })).not.toContain("hidden");
    },
  );

  it("that are wrong are all named in one message, whatever else is set", () => {
    const keys = fc.subarray(Object.keys(wrong), { minLength: 1 });
    fc.assert(
      fc.property(keys, fc.nat(9), (chosen, n) => {
        const env = Object.fromEntries(chosen.map((key) => [key, wrong[key]?.[n % (wrong[key]?.length ?? 1)] ?? ""]));
        const said = message({ HOST: "0.0.0.0", ...env });
        expect(said).not.toMatch(/\n|hidden/);
        const named = [...said.matchAll(/([A-Z_]{4,}) \(/g)].map((m) => m[1]);
        expect([...new Set(named)].sort()).toEqual(chosen.toSorted());
      }),
    );
  });
});
