import { existsSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import type { Bot, Context } from "grammy";
import { fileError, InputError } from "../../coverage/errors.ts";
import { type Io, printJson } from "../io.ts";
import { BotApi } from "./bot-api.ts";
import { type ChatEvent, isFault } from "./events.ts";
import { harmless, harmlessUrl } from "./harmless.ts";
import { type RunningBot, runBot } from "./run-bot.ts";
import { type Look, lookOf, showEvent } from "./screen.ts";
import { isBlank, splitTyped } from "./text-rules.ts";
import { type Entry, entryJson, toMarkdown } from "./transcript.ts";
import { help, readLine, type Word } from "./words.ts";

/** A bot for the server it is told, and what it does there once at start-up (its commands, its description). */
export interface Wired<C extends Context> {
  readonly bot: Bot<C>;
  readonly announce?: () => Promise<unknown>;
}
export type MakeBot<C extends Context> = (server: { readonly token: string; readonly apiRoot: string }) => Wired<C>;

export interface SessionOptions {
  readonly io: Io;
  /** One JSON object a line for each thing the bot did, and nothing else. */
  readonly json?: boolean;
  /** The language of the simulated person's Telegram. */
  readonly language?: string;
  /** Where lines for a person go; standard output unless given. */
  readonly print?: (text: string) => void;
}

/** A conversation with a bot: lines go in, what the bot does is printed as it does it. */
export class Session {
  readonly api: BotApi;
  readonly look: Look;
  readonly #running: RunningBot;
  readonly #io: Io;
  readonly #json: boolean;
  readonly #print: (text: string) => void;
  readonly #entries: Entry[] = [];
  readonly #saved = new Set<string>();
  #faults = 0;
  #input = 0;

  private constructor(api: BotApi, running: RunningBot, options: SessionOptions) {
    this.api = api;
    this.#running = running;
    this.#io = options.io;
    this.#json = options.json ?? false;
    this.look = lookOf(options.io);
    this.#print = options.print ?? ((text) => void options.io.stdout.write(`${text}\n`));
  }

  /** Starts the stand-in and the bot on it; resolves when the bot is ready for the first line. */
  static async open<C extends Context>(makeBot: MakeBot<C>, options: SessionOptions): Promise<Session> {
    const api = await BotApi.start(options.language === undefined ? {} : { language: options.language });
    try {
      const { bot, announce } = makeBot({ token: api.token, apiRoot: api.root });
      const session = new Session(api, await runBot(bot, api), options);
      api.subscribe((event) => session.#show(event));
      await announce?.().catch((error: unknown) => {
        // A refused call has been shown as one; anything else is shown here.
        if (session.#faults === 0) api.failed(String(error));
      });
      return session;
    } catch (error) {
      await api.close();
      throw error;
    }
  }

  /** How many calls were refused, buttons left unanswered and updates failed so far. */
  get faults(): number {
    return this.#faults;
  }

  /**
   * Takes one line: a message, a /command or a word of the tool's; blank lines are passed over. Resolves when the bot
   * is done with it; `false` means that the person wants to leave.
   * @throws InputError for a line that cannot be followed.
   */
  async line(line: string): Promise<boolean> {
    this.#input++;
    if (line.trim() === "") return true;
    const word = readLine(line);
    switch (word.word) {
      case "quit":
        return false;
      case "help":
        this.#tell(help);
        return true;
      case "raw":
        this.#tell(this.#raw());
        return true;
      case "save":
        this.#save(word.file);
        return true;
      case "press":
        this.#press(word);
        break;
      case "inline":
        this.api.inline(word.query);
        break;
      case "say":
        this.#say(word);
    }
    await Promise.race([this.api.idle(), this.#running.gone]);
    return true;
  }

  async close(): Promise<void> {
    await this.#running.stop();
    await this.api.close();
  }

  #say({ text, replyTo }: Extract<Word, { word: "say" }>): void {
    const reply = replyTo === undefined ? {} : { replyTo: replyTo === "newest" ? this.#newest() : replyTo };
    for (const part of splitTyped(text)) {
      if (!isBlank(part)) this.#entries.push({ event: "said", message: this.api.say(part, reply) });
    }
  }

  #press({ button, messageId = this.#newestWithButtons() }: Extract<Word, { word: "press" }>): void {
    const pressed = this.api.press(button, messageId);
    this.#entries.push({ event: "pressed", messageId, button: String(button) });
    if (pressed.kind === "opens") this.#open(pressed.url);
    if (pressed.kind === "shares")
      this.#tell(`shares “${harmless(pressed.query)}” (see :inline ${harmless(pressed.query)})`);
    if (pressed.kind === "copies") this.#tell(`copies “${harmless(pressed.text)}”`);
  }

  /** A link to the bot's own chat opens right here. */
  #open(url: string): void {
    this.#tell(`opens ${harmlessUrl(url)}`);
    const parameter = /^https:\/\/t\.me\/(\w+)\?start=([\w-]{1,64})$/.exec(url);
    if (parameter?.[1] === this.api.username) this.#say({ word: "say", text: `/start ${parameter[2]}` });
  }

  /** The bot's last message. */
  #newest(): number {
    const last = this.#entries.findLast((entry) => entry.event === "message" || entry.event === "document");
    if (!last || !("message" in last)) throw new InputError("the bot has not sent anything yet");
    return last.message.message_id;
  }

  #newestWithButtons(): number {
    for (const entry of this.#entries.toReversed()) {
      if (!("message" in entry)) continue;
      const id = entry.message.message_id;
      if (this.api.message(id)?.reply_markup) return id;
    }
    throw new InputError("no message has buttons");
  }

  #raw(): string {
    const shown = new Set(["message", "edit", "document", "refused"]);
    const last = this.#entries.findLast((entry) => shown.has(entry.event));
    if (!last || !("call" in last)) throw new InputError("the bot has not sent anything yet");
    return harmless(JSON.stringify({ method: last.call.method, ...last.call.params }, null, 2));
  }

  #save(name: string): void {
    const file = resolve(this.#io.cwd, name);
    if (existsSync(file) && !this.#saved.has(file)) throw new InputError(`${name} exists already; choose another name`);
    const text = file.endsWith(".json")
      ? `${JSON.stringify(this.#entries.map(entryJson), null, 2)}\n`
      : toMarkdown(this.#entries);
    try {
      writeFileSync(file, text);
    } catch (error) {
      throw fileError(error, "write", name);
    }
    this.#saved.add(file);
    this.#tell(`saved to ${harmless(name)}`);
  }

  #show(event: ChatEvent): void {
    this.#entries.push(event);
    if (isFault(event)) this.#faults++;
    if (this.#json) {
      printJson(this.#io, { input: this.#input, ...entryJson(event) });
      return;
    }
    const shown = showEvent(event, this.look);
    if (shown !== null) this.#print(`${shown}\n`);
  }

  /** The tool's own answers are for a person; with `--json` they go to standard error. */
  #tell(text: string): void {
    if (this.#json) this.#io.stderr.write(`${text}\n`);
    else this.#print(`${text}\n`);
  }
}
