import { isCyrillic } from "./script.ts";

/*
 * Names by their sound. A foreign name comes into Russian by how it is said, not by how it is spelt (Джон, Ньютон, Элвей, Бронкос),
 * so that letters put back one by one miss John, Newton, Elway and Broncos. What both sides keep is the row of consonants.
 */
// biome-ignore format: a table
const cyrillic: Record<string, string> = {
  б: "b", в: "v", г: "g", ґ: "g", д: "d", ж: "j", з: "s", к: "k", л: "l", м: "m", н: "n", п: "p", р: "r", с: "s", т: "t", ф: "f", х: "h",
  ц: "ts", ч: "c", ш: "c", щ: "c", а: "a", е: "e", ё: "o", и: "i", і: "i", о: "o", у: "u", ы: "i", э: "e", ю: "u", я: "a",
};

/** What a Latin spelling may sound like, longest spellings first; those that may sound otherwise have several. */
const latin: readonly (readonly [spelling: RegExp, sounds: readonly string[]])[] = [
  [/^(?:tch|sch|sh)/, ["c"]],
  [/^ch/, ["c", "k", "h"]],
  [/^(?:dge|dj)/, ["j"]],
  [/^ph/, ["f"]],
  [/^th/, ["t", "s"]],
  [/^gh/, ["g", ""]],
  [/^(?:ck|qu|q)/, ["k"]],
  [/^x/, ["ks"]],
  [/^(?:tz|ts|zz)/, ["ts", "s"]],
  [/^c(?=[eiy])/, ["s", "c"]],
  [/^c/, ["k"]],
  [/^g(?=[eiy])/, ["g", "j"]],
  [/^j/, ["j", "h", ""]],
  [/^h/, ["", "g", "h"]],
  [/^w/, ["v", ""]],
  [/^z/, ["s", "ts"]],
  [/^y/, ["i"]],
];

const vowels = /[aeiou]/g;
/** A spelling with many ambiguous letters is no common name; the first readings of it will do. */
const mostReadings = 16;

/**
 * The keys by which a name is compared across scripts by sound: its consonants and whether it begins with a vowel, with the first vowel
 * where the consonants are two; none for a name of fewer. For names only: it is coarse, and the nearest in spelling is to be taken.
 */
export function soundKeys(word: string): string[] {
  const letters = word
    .toLowerCase()
    .normalize("NFD")
    .replace(/(?<!и)\p{Mn}/gu, "")
    .normalize("NFC");
  return [...new Set(isCyrillic(letters) ? [soundsOf(letters)] : readings(letters))].flatMap(keyOf);
}

function soundsOf(word: string): string {
  return word.replace(/дж/g, "ж").replace(/\p{L}/gu, (c) => cyrillic[c] ?? "");
}

function readings(word: string): string[] {
  let open = [""];
  for (let at = 0; at < word.length; ) {
    const rest = word.slice(at);
    const [spelling, sounds] = latin.find(([s]) => s.test(rest)) ?? [
      /^./su,
      [/^[a-z]/.test(rest) ? rest.charAt(0) : ""],
    ];
    open = open.flatMap((said) => sounds.map((sound) => said + sound)).slice(0, mostReadings);
    at += spelling.exec(rest)?.[0].length ?? 1;
  }
  return open;
}

function keyOf(sounds: string): string[] {
  const consonants = sounds.replace(vowels, "").replace(/(.)\1+/g, "$1");
  if (consonants.length < 2) return [];
  const [first = ""] = sounds.match(vowels) ?? [];
  const begins = /^[aeiou]/.test(sounds) ? "*" : "";
  return [`${begins}${consonants.length === 2 ? first : ""}${consonants}`];
}
