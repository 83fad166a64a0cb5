import { createHash } from "node:crypto";
import { Composer, type Context } from "grammy";
import { everybody, type Quoted, type QuoteRequest, type QuoteResult, quote } from "../../answer/quote.ts";
import { commandOf, isCommand } from "../command.ts";
import { type BotDeps, languageOf } from "../deps.ts";
import { renderQuotations } from "../render/quote.ts";
import { type PageButton, type Reply, sendReply } from "../send.ts";

/** People offered as buttons: more would be a list, not a choice. */
const offered = 12;

/** `/quote [speaker] [about topic] [in outlet] [since|before|on date]`. */
export function quoteFeature(deps: BotDeps): Composer<Context> {
  const composer = new Composer<Context>();
  composer.filter(isCommand("quote")).use(async (ctx) => {
    const reply = quotations(deps, ctx, commandOf(ctx)?.args ?? "");
    if (reply) await sendReply(ctx, reply);
  });
  return composer;
}

/** The quotations for a request, or, with `key`, those of the person that a button stands for: `null` when nobody is called so any more. */
export function quotations(deps: BotDeps, ctx: Context, args: string, key?: string): Reply | null {
  const { library } = deps;
  const person = key === undefined ? undefined : peopleOf(quote(library, everybody)).find((p) => keyOf(p) === key);
  if (key !== undefined && !person) return null;
  const request: string | QuoteRequest = person ? { ...everybody, speaker: person.name } : args;
  const result = quote(library, request);
  return {
    kind: "quote",
    pages: renderQuotations(library.corpus, result, languageOf(ctx)),
    ...(key === undefined ? {} : { key }),
    buttons: peopleOf(result)
      .slice(0, offered)
      .map((p): PageButton => ({ label: `${p.name} · ${p.count}`, to: { kind: "quote", page: 0, key: keyOf(p) } })),
  };
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
