import type { AnswerOutcome } from "./answer.ts";
import type { Explained } from "./ask.ts";
import type { Asked } from "./asked.ts";
import { answersFrom, likelihood, type objection } from "./decide.ts";
import type { Found } from "./expand.ts";

/** Why a question got the answer, the near miss or the silence that it got: what `/why` and `--explain` tell. */
export interface WhyAnswer {
  readonly outcome: AnswerOutcome;
  /** How likely the best passage answers, and from where on that counts as an answer, in percent. */
  readonly likely: number;
  readonly from: number;
  /** The question names a time and nothing else; then the articles' dates decide, and nothing of the rest. */
  readonly byTime: boolean;
  /** What the question quotes stands there, and that decided. */
  readonly byHeart: boolean;
  /** Words of the question, as the person wrote them. */
  readonly words: {
    /** In the sentences that decided. */
    readonly there: readonly string[];
    /** In the sentence before them or the headline only. */
    readonly around: readonly string[];
    /** Elsewhere in the coverage, but not there. */
    readonly missing: readonly string[];
    readonly nowhere: readonly string[];
    /** Papers, by which articles were chosen. */
    readonly papers: readonly string[];
  };
  /** Words that were looked for in another form, and how they came to it. */
  readonly readAs: readonly { readonly word: string; readonly found: Exclude<Found, "same" | "nowhere"> }[];
  /** What kind of thing was asked for, and whether such a thing stands there; `null` for no kind with a form of its own. */
  readonly kind: { readonly asked: Exclude<Asked, "any" | "yes-no">; readonly held: boolean } | null;
  /** The share of the question's weight there, in percent. */
  readonly coverage: number;
  /** Against what words from elsewhere in this coverage reach by chance: better, about the same, worse. */
  readonly chance: "better" | "same" | "worse";
  /** What kept well-fitting words from being an answer. */
  readonly objection: ReturnType<typeof objection>;
}

/** From this worth on a word counts as being there; less is a synonym. */
const there = 0.5;
/** `margin` is the logarithm of a ratio: within a tenth it is about the same. */
const about = 0.1;

export function whyOf({ answer, question, sought, signals, best, objection, byTime, byHeart }: Explained): WhyAnswer {
  const written = (of: readonly { readonly written: string }[]) => of.map((t) => t.written);
  const placed = sought.map((term, i) => ({
    written: term.written,
    isPaper: term.share < 1,
    found: term.found,
    inside: (best?.worth[i] ?? 0) >= there,
    near: (best?.around[i] ?? 0) >= there,
  }));
  const own = placed.filter((t) => !t.isPaper);
  const known = own.filter((t) => t.found !== "nowhere");
  const { asked } = question;
  return {
    outcome: answer.outcome,
    likely: Math.round(100 * likelihood(signals)),
    from: Math.round(100 * answersFrom),
    byTime,
    byHeart,
    words: {
      there: written(known.filter((t) => t.inside)),
      around: written(known.filter((t) => !t.inside && t.near)),
      missing: written(known.filter((t) => !t.inside && !t.near)),
      nowhere: written(own.filter((t) => t.found === "nowhere")),
      papers: written(placed.filter((t) => t.isPaper)),
    },
    readAs: own.flatMap(({ written: word, found }) =>
      found === "same" || found === "nowhere" ? [] : [{ word, found }],
    ),
    kind: asked === "any" || asked === "yes-no" ? null : { asked, held: (best?.held ?? 0) > 0 },
    coverage: Math.round(100 * signals.coverage),
    chance: signals.margin > about ? "better" : signals.margin < -about ? "worse" : "same",
    objection: answer.outcome === "near-miss" ? objection : null,
  };
}
