import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from "node:fs";
import { dirname } from "node:path";
import { z } from "zod";
import type { BotLanguage } from "./texts.ts";

/** The language that people chose with /language: all that is ever stored about anybody, and only for those who did. */
export interface Preferences {
  /** By a person's number on Telegram; `null` for everybody who chose none. */
  languageOf(person: number): BotLanguage | null;
  /**
   * Keeps a person's choice, or with `null` forgets it.
   * @throws an error of the file system when it cannot be written down; it then holds until the program ends.
   */
  choose(person: number, language: BotLanguage | null): void;
}

const schema = z.object({
  version: z.literal(1),
  languages: z.record(z.string().regex(/^\d{1,16}$/), z.enum(["en", "ru"])),
});

/** Choices that hold until the program ends. */
export function preferencesInMemory(): Preferences {
  const languages = new Map<number, BotLanguage>();
  return {
    languageOf: (person) => languages.get(person) ?? null,
    choose: (person, language) => void set(languages, person, language),
  };
}

/**
 * Choices kept in a small JSON file that only the bot's own account may read. It is written anew for every change and put in place at once, so
 * that it is whole whenever the program ends; what another program wrote meanwhile stays. A file that cannot be read is set aside, not lost.
 */
export function preferencesIn(file: string, warn: (problem: string) => void): Preferences {
  let languages = readOrSetAside(file, warn);
  return {
    languageOf: (person) => languages.get(person) ?? null,
    choose: (person, language) => {
      set(languages, person, language);
      const there = readOrSetAside(file, warn);
      set(there, person, language);
      if (there.size > 0 || existsSync(file)) write(file, there);
      languages = there;
    },
  };
}

function set(languages: Map<number, BotLanguage>, person: number, language: BotLanguage | null): void {
  if (language === null) languages.delete(person);
  else languages.set(person, language);
}

function readOrSetAside(file: string, warn: (problem: string) => void): Map<number, BotLanguage> {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") warn(`the chosen languages cannot be read: ${file}`);
    return new Map();
  }
  try {
    const { languages } = schema.parse(JSON.parse(text));
    return new Map(Object.entries(languages).map(([person, language]) => [Number(person), language]));
  } catch {
    const aside = `${file}.broken`;
    renameSync(file, aside);
    warn(`the chosen languages could not be read and were set aside: ${aside}`);
    return new Map();
  }
}

function write(file: string, languages: ReadonlyMap<number, BotLanguage>): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const sorted = [...languages].sort(([a], [b]) => a - b);
  const temporary = `${file}.${process.pid}.tmp`;
  try {
    const handle = openSync(temporary, "w", 0o600);
    try {
      writeSync(handle, `${JSON.stringify({ version: 1, languages: Object.fromEntries(sorted) }, null, 1)}\n`);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(temporary, file);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}
