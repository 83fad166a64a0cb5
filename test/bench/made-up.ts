import { type Article, makeArticle, metadataSchema } from "../../src/coverage/article.ts";

/** Numbers that look random and are the same in every run (mulberry32). */
export function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** How many of the made-up words, the most frequent first, are what stop words are in a language: half of all that is said. */
const stopWords = 150;
const vocabularySize = 60_000;
const syllables = "ka lo mi ne ru sa te vo pi du fe go hi ju bra sto len mar tik nov".split(" ");

function wordAt(rank: number): string {
  let word = "";
  for (let n = rank + 400; n > 0; n = Math.floor(n / syllables.length)) word += syllables[n % syllables.length];
  return rank % 12 === 0 ? word.charAt(0).toUpperCase() + word.slice(1) : word;
}

const vocabulary = Array.from({ length: vocabularySize }, (_, rank) => wordAt(rank));

/** Whether a made-up word stands so often that it says nothing. */
export const isMadeUpStopWord = (() => {
  const stop = new Set(vocabulary.slice(0, stopWords).map((word) => word.toLowerCase()));
  return (word: string) => stop.has(word.toLowerCase());
})();

/**
 * Articles of made-up words that stand as often as words do (the n-th most frequent one n times less often), in sentences, with
 * a subject each: a dozen words that come back in it. Each has five paragraphs of `characters`.
 */
export function madeUpArticles(paragraphs: number, characters: number): Article[] {
  const random = numbers(7);
  const draw = () => Math.floor(vocabularySize ** random()) - 1;
  let subject: number[] = [];
  const word = () => vocabulary[random() < 0.15 ? (subject[Math.floor(random() * subject.length)] ?? 0) : draw()] ?? "";
  const sentence = () => {
    const words = Array.from({ length: 8 + Math.floor(random() * 20) }, word).join(" ");
    return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
  };
  const perArticle = 5;
  return Array.from({ length: paragraphs / perArticle }, (_, i) => {
    subject = Array.from({ length: 12 }, () => stopWords + Math.floor((vocabularySize - stopWords) * random() ** 2));
    const metadata = metadataSchema.parse({
      id: `made-up-${String(i).padStart(6, "0")}`,
      outlet: `Outlet ${i % 40}`,
      headline: sentence(),
      published: "2021-03-04",
      capture: { file: "made-up", sha256: "0".repeat(64) },
    });
    const text = Array.from({ length: perArticle }, () => {
      let paragraph = sentence();
      while (paragraph.length < characters) paragraph += ` ${sentence()}`;
      return paragraph;
    });
    return makeArticle(metadata, text.join("\n\n"));
  });
}

/** Questions in words of the given texts, out of order: three to eight of the words that say something in a stretch of a text. */
export function questionsAbout(
  texts: readonly string[],
  count: number,
): { readonly text: number; readonly question: string }[] {
  const random = numbers(11);
  return Array.from({ length: count }, () => {
    const text = Math.floor(random() * texts.length);
    const words = (texts[text]?.match(/\p{L}+/gu) ?? []).map((w) => w.toLowerCase());
    const from = Math.floor(random() * Math.max(1, words.length - 28));
    const telling = words.slice(from, from + 28).filter((w) => !isMadeUpStopWord(w));
    const asked = telling
      .filter(() => random() < 0.5)
      .sort()
      .slice(0, 3 + Math.floor(random() * 6));
    return { text, question: `What about ${(asked.length > 0 ? asked : telling.slice(0, 3)).join(" ")}?` };
  });
}
