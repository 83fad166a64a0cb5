/*
 * Names across scripts. Russian letters to Latin as English-language newsrooms write names (BGN/PCGN with the usual
 * simplifications), then a key in which the common spellings of one name fall together:
 * Навальный, Navalny, Navalnyi, Navalnyy; Алексей, Alexei, Alexey, Aleksei.
 */
// biome-ignore format: a table
const letters: Record<string, string> = {
  а: "a", б: "b", в: "v", г: "g", д: "d", е: "e", ё: "e", ж: "zh", з: "z", и: "i", й: "y", к: "k", л: "l", м: "m", н: "n", о: "o", п: "p",
  р: "r", с: "s", т: "t", у: "u", ф: "f", х: "kh", ц: "ts", ч: "ch", ш: "sh", щ: "shch", ъ: "", ы: "y", ь: "", э: "e", ю: "yu", я: "ya",
  і: "i", ї: "yi", є: "ye", ґ: "g",
};

/** A word in Latin letters; Latin letters stay. */
export function transliterate(word: string): string {
  return word.toLowerCase().replace(/[\u0400-\u04ff]/g, (c) => letters[c] ?? c);
}

/** The key by which spellings of one name in both scripts are compared. For names only: it is coarse. */
export function nameKey(word: string): string {
  return transliterate(word)
    .normalize("NFD")
    .replace(/\p{Mn}/gu, "")
    .replace(/[^a-z0-9]/g, "")
    .replace(/ks|x/g, "x")
    .replace(/shch|sch/g, "sh")
    .replace(/kh/g, "h")
    .replace(/tz|ts/g, "c")
    .replace(/ck|q/g, "k")
    .replace(/ph/g, "f")
    .replace(/w/g, "v")
    .replace(/yo|jo/g, "e")
    .replace(/[yj]/g, "i")
    .replace(/i+/g, "i")
    .replace(/i(?=[aeou])/g, "")
    .replace(/(?<=[aeou])i\b/g, "i")
    .replace(/ei$|ii$|ij$|y$/g, "i")
    .replace(/([a-z])\1/g, "$1");
}
