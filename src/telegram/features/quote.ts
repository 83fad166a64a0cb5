import { createHash } from "node:crypto";
import { Composer, type Context } from "grammy";
import {
  everybody,
  type Quoted,
  type QuoteRequest,
  type QuoteResult,
  quote,
  quoteLine,
  readQuoteRequest,
} from "../../answer/quote.ts";
import { commandOf, isCommand } from "../command.ts";
import { type BotDeps, languageOf, viewFor } from "../deps.ts";
import type { PageButton, Reply } from "../keyboard.ts";
import { withPassageButtons } from "../passage-buttons.ts";
import { renderQuotations } from "../render/quote.ts";
import { sendReply } from "../send.ts";
import { lineOf } from "../wanted.ts";

/** People offered as buttons: more would be a list, not a choice. */
const offered = 12;

/** `/quote [speaker] [about topic] [in outlet] [since|before|on date]`. */
export function quoteFeature(deps: BotDeps): Composer<Context> {
  const composer = new Composer<Context>();
  composer.filter(isCommand("quote")).use(async (ctx) => {
    await sendReply(ctx, quotations(deps, ctx, commandOf(ctx)?.args ?? ""));
  });
  return composer;
}

/** The quotations for the words after the command. */
export function quotations(deps: BotDeps, ctx: Context, args: string): Reply {
  return quotationsFor(deps, ctx, args, [lineOf({ kind: "quote", words: args })]);
}

/**
 * The quotations of the person that a button stands for; `null` when nobody is called so any more.
 * @param asked what was asked for when the person was offered: the topic, the outlet and the days still hold.
 */
export function quotationsBy(deps: BotDeps, ctx: Context, key: string, asked: string): Reply | null {
  const person = peopleOf(quote(deps.library, everybody)).find((p) => keyOf(p) === key);
  if (!person) return null;
  const request = { ...readQuoteRequest(asked, deps.library.corpus), speaker: person.name };
  return quotationsFor(deps, ctx, request, [lineOf({ kind: "quote", words: quoteLine(request) })], key);
}

function quotationsFor(
  deps: BotDeps,
  ctx: Context,
  request: string | QuoteRequest,
  thread: readonly string[],
  key?: string,
): Reply {
  const { library } = deps;
  const result = quote(library, request);
  const reply: Reply = {
    kind: "quote",
    pages: renderQuotations(viewFor(deps, ctx), result, languageOf(ctx)),
    ...(key === undefined ? {} : { key }),
    buttons: peopleOf(result)
      .slice(0, offered)
      .map((p): PageButton => ({ label: `${p.name} · ${p.count}`, to: { kind: "quote", page: 0, key: keyOf(p) } })),
  };
  return withPassageButtons(deps, ctx, reply, thread);
}

function peopleOf(result: QuoteResult): readonly Quoted[] {
  switch (result.kind) {
    case "speakers":
      return result.speakers;
    case "several":
      return result.people;
    case "nobody":
      return result.nearest;
    case "quotations":
      return [];
  }
}

/** A name as a button carries it: too long a name would not fit into Telegram's 64 bytes. */
function keyOf({ name }: Quoted): string {
  return createHash("sha256").update(name).digest("hex").slice(0, 10);
}
