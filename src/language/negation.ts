/** Words without which a sentence says the opposite. */
const words = new Set(
  `not no never none nobody nothing neither nor nowhere without cannot dont didnt doesnt isnt wont wasnt cant
   не ни нет никогда никто никого ничего ничто никому нельзя без невозможно`.split(/\s+/),
);

/** Whether a word (in lower case) denies: "not", "didn't", "нет". */
export const isNegation = (word: string): boolean => words.has(word) || /n['’]t$/.test(word);
