import { Composer, type Context } from "grammy";
import { familyMembers } from "../../coverage/family.ts";
import { resolveReceipt } from "../../coverage/receipt.ts";
import { slice } from "../../coverage/span.ts";
import { commandOf, isCommand } from "../command.ts";
import { type BotDeps, languageOf } from "../deps.ts";
import { paginate } from "../pages.ts";
import { sourceLine } from "../render/source.ts";
import { code, italic, joined, quoted, type RichText, rich } from "../rich-text.ts";
import { type Reply, say, sendReply } from "../send.ts";
import { shortened } from "../shorten.ts";
import { type BotLanguage, catalogue, dayIn } from "../texts.ts";

/** `/start`, `/help`, `/about`, `/privacy`. */
export function infoFeature(deps: BotDeps): Composer<Context> {
  const composer = new Composer<Context>();
  composer.filter(isCommand("start")).use(async (ctx) => {
    const payload = commandOf(ctx)?.args ?? "";
    const passage = payload.startsWith("p_") ? openPassage(deps, payload.slice(2), languageOf(ctx)) : null;
    await say(ctx, passage ?? greeting(languageOf(ctx), ctx.from?.first_name ?? ""));
  });
  composer.filter(isCommand("help")).use((ctx) => say(ctx, catalogue[languageOf(ctx)].help));
  composer.filter(isCommand("privacy")).use((ctx) => say(ctx, catalogue[languageOf(ctx)].privacy));
  composer.filter(isCommand("about")).use((ctx) => sendReply(ctx, about(deps, languageOf(ctx))));
  return composer;
}

function greeting(language: BotLanguage, name: string): RichText {
  const t = catalogue[language];
  return rich(t.start(shortened(name, 64)), "\n\n", t.examples, "\n", joined(t.exampleQuestions.map(code), "\n"));
}

/** The passage behind a link `?start=p_<receipt>`, as long as its words still stand. */
function openPassage({ library: { corpus } }: BotDeps, receipt: string, language: BotLanguage): RichText {
  const found = resolveReceipt(corpus, receipt);
  if (!found.ok || found.article.status !== "live") return rich(catalogue[language].stale);
  const { article, span } = found;
  return (
    paginate([joined([quoted(slice(article, span)), sourceLine(corpus, article, [], language)], "\n")])[0] ?? rich()
  );
}

/** What the coverage holds: a line an article, by date. */
export function about({ library: { corpus } }: BotDeps, language: BotLanguage): Reply {
  const t = catalogue[language];
  const days = corpus.live.flatMap((a) => a.published ?? []).sort();
  const [from, to] = [days[0], days.at(-1)].map((day) => (day ? dayIn(language, day) : null));
  const lines = corpus.live
    .toSorted((a, b) => ((a.published ?? "9999") < (b.published ?? "9999") ? -1 : 1))
    .map((article) => {
      const [original] = familyMembers(corpus, article);
      const copy = article.family && article.family !== article.id ? (original?.outlet ?? t.outletUnknown) : null;
      return joined(
        [sourceLine(corpus, article, [], language), copy ? rich("   ", italic(t.reprintOf(copy))) : null],
        "\n",
      );
    });
  return {
    kind: "about",
    pages: paginate(lines, {
      head: rich(t.about(corpus.live.length, from ?? null, to ?? null)),
      foot: italic(t.corpus(corpus.stamp.hash)),
    }),
  };
}
