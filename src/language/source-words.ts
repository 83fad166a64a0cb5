/*
 * Words by which a question names the paper that it means, and the operators that it may be written with. Everything is
 * matched against a question's text as it stands, case aside.
 */

const pieces = "(?:news )?(?:articles?|reports?|pieces?|stor(?:y|ies)|coverage|columns?|reporting|interviews?|posts?)";
const told =
  "(?:reported|mentioned|noted|covered|discussed|described|published|written|featured|highlighted|outlined|detailed|stated|quoted|identified|predicted|presented|seen|read|explained)";
const russianPieces =
  "(?:стать(?:я|и|е|ю|ях|ей)|материал\\p{L}*|заметк\\p{L}*|публикаци\\p{L}*|сообщени\\p{L}*|сайт\\p{L}*)";
const russianTold =
  "(?:сообщил\\p{L}*|сообщает|сообщают|пишет|пишут|писал\\p{L}*|написал\\p{L}*|рассказал\\p{L}*|рассказывает|говорит)";

/** What stands before a paper's name: "according to", "an article in", "as reported by", "по данным". */
export const beforeSource = new RegExp(
  `(?<!\\p{L})(?:(?:as )?${told} (?:by|in|on|to)(?: an?)?(?: ${pieces} (?:by|from|in|on|of))?|according to|(?:${pieces}|another|analysis|forecast|one) (?:by|from|in|on|of)|по (?:данным|сообщению|информации|версии|словам|мнению)|(?:как |что |о ч[её]м )?${russianTold}|согласно|${russianPieces})\\s+(?:both )?(?:the |an? |газет\\p{L}* |издани\\p{L}* |агентств\\p{L}* |журнал\\p{L}* )?["'“‘«]?$`,
  "iu",
);

/** What stands behind one: "… article", "… 's report", "… reported". */
export const afterSource = new RegExp(
  `^["'”’»]?(?:['’]s)? (?:latest |recent |own )?(?:website )?(?:${pieces}|reported|reports?|writes?|wrote|written|says?|said|tells?|told|covers?|covered|claims?|claimed|${russianTold})(?!\\p{L})`,
  "iu",
);

/** The same for a name that no paper of the coverage has: only what is said of nothing but papers. */
export const afterUnknownSource =
  /^["'”’»]?(?:['’]s)? (?:website )?(?:articles?|pieces?|reports? on|coverage|reporting)(?!\p{L})/iu;
export const beforeUnknownSource = new RegExp(
  `(?<!\\p{L})(?:as (?:reported|published) (?:by|in)|(?:articles?|reports?|pieces?|stor(?:y|ies)) (?:by|from|in)|${russianPieces})\\s+(?:the |an? )?["'“‘«]?$`,
  "iu",
);

/** Between two papers that are named together. */
export const betweenSources = /^["'”’»]?(?:,| and| or|, and| и| или)\s+(?:the )?["'“‘«]?$/iu;

/** Before the name of a paper of the coverage a bare preposition will do: "in RT", "from The Moscow Times". */
export const prepositionBefore = /(?:^|[^\p{L}])(?:in|by|from|and|or|at|в|во|на|из|и)\s+(?:the |an? )?["'“‘«]?$/iu;

export type ScopeOption = "outlet" | "since" | "before" | "after" | "until" | "on";

/** Operators of a question ("in:RT before:2021-04"), folded. */
export const scopeOptions: Readonly<Record<string, ScopeOption>> = {
  in: "outlet", outlet: "outlet", source: "outlet", src: "outlet", в: "outlet", издание: "outlet", источник: "outlet",
  since: "since", from: "since", с: "since", от: "since", before: "before", до: "before", after: "after", после: "after",
  until: "until", to: "until", till: "until", по: "until", on: "on", date: "on", за: "on", дата: "on",
}; // biome-ignore format: a table
