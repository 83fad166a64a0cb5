import { Composer, type Context } from "grammy";
import type { Article } from "../../coverage/article.ts";
import { type Corpus, compare } from "../../coverage/corpus.ts";
import { familyMembers } from "../../coverage/family.ts";
import { commandOf, isCommand } from "../command.ts";
import { type BotDeps, languageOf, viewFor } from "../deps.ts";
import type { Reply } from "../keyboard.ts";
import { messageCharacters, messageEntities } from "../limits.ts";
import { paginate } from "../pages.ts";
import { unpackQuestion } from "../question-code.ts";
import { labelText } from "../render/label.ts";
import { mayName, sourceLine } from "../render/source.ts";
import type { View } from "../render/view.ts";
import { bold, code, italic, joined, type RichText, rich } from "../rich-text.ts";
import { say, sendReply } from "../send.ts";
import { shortened } from "../shorten.ts";
import { type BotLanguage, catalogue, dayIn } from "../texts.ts";
import { unpackThread } from "../thread.ts";
import { lineOf, readWanted } from "../wanted.ts";
import { answerTo } from "./answers.ts";
import { passageInContext } from "./context.ts";

/** `/start`, also with what a link opens, `/help`, `/about`, `/privacy`. */
export function infoFeature(deps: BotDeps): Composer<Context> {
  const composer = new Composer<Context>();
  composer.filter(isCommand("start")).use((ctx) => start(deps, ctx, commandOf(ctx)?.args ?? ""));
  composer.filter(isCommand("help")).use((ctx) => say(ctx, help(ctx)));
  composer.filter(isCommand("privacy")).use((ctx) => say(ctx, catalogue[languageOf(ctx)].privacy));
  composer.filter(isCommand("about")).use((ctx) => sendReply(ctx, about(deps, ctx)));
  return composer;
}

/** A link opens a quoted passage (`p_` and its receipt) or a shared question (`q_`); anything else gets a greeting. */
async function start(deps: BotDeps, ctx: Context, parameter: string): Promise<void> {
  const t = catalogue[languageOf(ctx)];
  const [, kind, rest = ""] = /^([pq])_(.*)$/s.exec(parameter) ?? [];
  if (kind === "p") {
    const passage = passageInContext(deps, ctx, { receipt: rest, from: null });
    return passage ? sendReply(ctx, passage) : say(ctx, t.staleLink);
  }
  if (kind === undefined) return say(ctx, greeting(languageOf(ctx), ctx.from?.first_name ?? ""));
  const thread = unpackThread(unpackQuestion(rest) ?? "");
  const wanted = readWanted(thread.at(-1) ?? "", ctx.me.username);
  if (!wanted?.words) return say(ctx, t.staleLink);
  const reply = answerTo(deps, ctx, wanted, thread.slice(0, -1));
  return sendReply(ctx, withHead(reply, italic(t.sharedQuestion(lineOf(wanted)))));
}

/** What was asked by a link stands above the first page: the person did not type it. */
function withHead(reply: Reply, head: RichText): Reply {
  const [first = rich(), ...others] = reply.pages;
  const whole = joined([head, first], "\n\n");
  const fits = whole.text.length <= messageCharacters && whole.entities.length <= messageEntities;
  return fits ? { ...reply, pages: [whole, ...others] } : reply;
}

/** How to use the bot, and what its settings at Telegram let it hear and do. */
function help(ctx: Context): string {
  const { me } = ctx;
  const t = catalogue[languageOf(ctx)];
  return [
    t.help,
    me.can_join_groups ? t.helpGroups[me.can_read_all_group_messages ? "all" : "commands"] : "",
    me.supports_inline_queries ? t.helpInline(me.username) : "",
    me.supports_guest_queries ? t.helpGuest(me.username) : "",
  ]
    .filter((line) => line !== "")
    .join("\n\n");
}

function greeting(language: BotLanguage, name: string): RichText {
  const t = catalogue[language];
  return rich(t.start(shortened(name, 64)), "\n\n", t.examples, "\n", joined(t.exampleQuestions.map(code), "\n"));
}

/** What the coverage holds: how much, from whom and when; then a line an article, by date. */
export function about(deps: BotDeps, ctx: Context): Reply {
  const corpus = viewFor(deps, ctx);
  const language = languageOf(ctx);
  const t = catalogue[language];
  const lines = corpus.live
    .toSorted((a, b) => ((a.published ?? "9999") < (b.published ?? "9999") ? -1 : 1))
    .map((article) => {
      const [original] = isReprint(article) ? familyMembers(corpus, article) : [];
      const copy = original ? (original.outlet ?? t.outletUnknown) : null;
      return joined(
        [sourceLine(corpus, article, [], language), copy ? rich("   ", italic(t.reprintOf(copy))) : null],
        "\n",
      );
    });
  return {
    kind: "about",
    pages: paginate([joined([...extent(corpus, language), ...outletLines(corpus, language)], "\n"), ...lines], {
      foot: italic(t.corpus(corpus.stamp.hash)),
    }),
  };
}

function isReprint(article: Article): boolean {
  return article.family !== null && article.family !== article.id;
}

function extent({ live }: Corpus, language: BotLanguage): string[] {
  const t = catalogue[language];
  const days = live.flatMap((a) => a.published ?? []).sort();
  const [from, to] = [days[0], days.at(-1)].map((day) => (day ? dayIn(language, day) : null));
  const undated = live.length - days.length;
  const reprints = live.filter(isReprint).length;
  return [
    t.about(live.length, from ?? null, to ?? null),
    ...(reprints > 0 ? [t.aboutReprints(reprints)] : []),
    ...(undated > 0 ? [t.aboutUndated(undated)] : []),
  ];
}

/** A long list of outlets would bury the rest. */
const outletsShown = 20;

/** Every outlet with the number of its articles and what its operator says of it, most articles first. */
function outletLines(view: View, language: BotLanguage): RichText[] {
  const t = catalogue[language];
  const { outlets } = view;
  const live = view.live.filter((a) => mayName(view, a));
  const byName = [...Map.groupBy(live, (a) => a.outlet)].sort(
    ([a, x], [b, y]) => y.length - x.length || compare(a ?? "", b ?? ""),
  );
  const lines = byName.slice(0, outletsShown).map(([name, articles]) => {
    const [article] = articles;
    const label = article ? labelText(outlets.of(article), language) : null;
    return rich("• ", bold(name ?? t.outletUnknown), `: ${articles.length}`, label ? rich(" · ", label) : null);
  });
  const more = byName.length - lines.length;
  return [rich(t.aboutOutlets(byName.length)), ...lines, ...(more > 0 ? [rich(t.aboutMore(more))] : [])];
}
