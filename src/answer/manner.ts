/** How a sentence is put, whatever it says. */
export interface Manner {
  /** Begins with a word that points back to a sentence that is not shown. */
  readonly leans: boolean;
  /** Asks instead of telling: a quiz, a teaser, a question put to somebody. */
  readonly asks: boolean;
  /** How many quotation marks it opens beyond those it closes, “ and «, and how many straight ones it has. */
  readonly curly: number;
  readonly angled: number;
  readonly straight: number;
}

const pointsBack =
  /^["'“‘«]?(?:he|she|it|they|his|her|its|their|this|that|these|those|such|however|but|and|so|also|instead|meanwhile|because of this|in response|он|она|оно|они|его|её|ее|их|это|этот|эта|эти|однако|но|также|при этом)(?![\p{L}\p{M}])/iu;

export function mannerOf(sentence: string): Manner {
  let [curly, angled, straight] = [0, 0, 0];
  for (const [mark] of sentence.matchAll(/[“„”«»"]/gu)) {
    if (mark === '"') straight++;
    else if (mark === "«" || mark === "»") angled += mark === "«" ? 1 : -1;
    else curly += mark === "”" ? -1 : 1;
  }
  return {
    leans: pointsBack.test(sentence),
    asks: /\?["'”’»)]*$/u.test(sentence),
    curly,
    angled,
    straight,
  };
}

/** Whether sentences open or close a quotation whose other mark is not in them. */
export function isTorn(sentences: readonly Manner[]): boolean {
  const sum = (of: (m: Manner) => number) => sentences.reduce((total, m) => total + of(m), 0);
  return sum((m) => m.curly) !== 0 || sum((m) => m.angled) !== 0 || sum((m) => m.straight) % 2 === 1;
}
