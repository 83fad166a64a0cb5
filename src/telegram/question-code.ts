import { startParameterCharacters } from "./limits.ts";

/*
 * A question as the parameter of a link, `?start=q_…`, which Telegram limits to 64 of A-Z a-z 0-9 _ -. Frequent characters get few
 * bits: by its place in an alphabet of its language a character is written as one of 4 (prefix 0), the next 8 (10), 16 (110) or 32
 * (1110); any other follows 1111 as its code point. About 80 characters of English or Russian fit. The alphabets (60 characters at most) are part of every link
 * that was ever shared: a change of theirs needs a sign of its own.
 */
const alphabets: Readonly<Record<string, string>> = {
  e: " eotainshrdluwmcfgypbv?k⇧’'1234567890/jxqz-“”\",.:;!&%$€()@#",
  r: ' оеаинтслрвкмудпзяыгьб?чйх⇧жшюцщэфё1234567890-/ъ«»",.:;!()“”',
};
/** Says that the next letter is a capital. */
const shift = "⇧";
const tiers = [
  { prefix: "0", bits: 2 },
  { prefix: "10", bits: 3 },
  { prefix: "110", bits: 4 },
  { prefix: "1110", bits: 5 },
] as const;
const other = { prefix: "1111", bits: 21 };
const digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/** The parameter for a question (without `q_`), the shorter of both alphabets'; `null` where none is short enough for a link. */
export function packQuestion(question: string): string | null {
  const text = question.normalize("NFC").toWellFormed().replace(/\s+/g, " ").trim();
  if (text === "") return null;
  const packed = Object.entries(alphabets).map(([sign, alphabet]) => sign + encode(text, alphabet));
  const best = packed.reduce((a, b) => (b.length < a.length ? b : a));
  return best.length + "q_".length <= startParameterCharacters ? best : null;
}

/** The question of a parameter; `null` for anything that was not packed here. */
export function unpackQuestion(parameter: string): string | null {
  const alphabet = alphabets[parameter.charAt(0)];
  if (alphabet === undefined || !/^[A-Za-z0-9_-]{2,62}$/.test(parameter)) return null;
  const question = decode(parameter.slice(1), alphabet);
  return question !== null && packQuestion(question) === parameter ? question : null;
}

function encode(text: string, alphabet: string): string {
  let bits = "";
  const put = (character: string): void => {
    const at = alphabet.indexOf(character);
    const small = character.toLowerCase();
    if (at >= 0 && character !== shift) bits += placeBits(at);
    else if (
      small !== character &&
      small.length === 1 &&
      small.toUpperCase() === character &&
      alphabet.includes(small)
    ) {
      bits += placeBits(alphabet.indexOf(shift));
      put(small);
    } else bits += other.prefix + (character.codePointAt(0) ?? 0).toString(2).padStart(other.bits, "0");
  };
  for (const character of text) put(character);
  // What is left of the last digit is filled with ones: never a whole character.
  const filled = bits.padEnd(Math.ceil(bits.length / 6) * 6, "1");
  return filled.replace(/.{6}/g, (six) => digits.charAt(Number.parseInt(six, 2)));
}

function placeBits(at: number): string {
  let first = 0;
  for (const { prefix, bits } of tiers) {
    if (at < first + 2 ** bits) return prefix + (at - first).toString(2).padStart(bits, "0");
    first += 2 ** bits;
  }
  throw new Error(`no such place in an alphabet: ${at}`);
}

function decode(written: string, alphabet: string): string | null {
  const bits = [...written].map((d) => digits.indexOf(d).toString(2).padStart(6, "0")).join("");
  let text = "";
  let capital = false;
  for (let at = 0; at < bits.length; ) {
    let first = 0;
    const tier = tiers.find(({ prefix, bits: count }) => {
      if (bits.startsWith(prefix, at)) return true;
      first += 2 ** count;
      return false;
    });
    const { prefix, bits: count } = tier ?? other;
    const end = at + prefix.length + count;
    if (end > bits.length) return /^1*$/.test(bits.slice(at)) ? text : null;
    const value = Number.parseInt(bits.slice(at + prefix.length, end), 2);
    at = end;
    if (!tier && value > 0x10ffff) return null;
    const character = tier ? alphabet.charAt(first + value) : String.fromCodePoint(value);
    if (character === "") return null;
    if (tier && character === shift) capital = true;
    else {
      text += capital ? character.toUpperCase() : character;
      capital = false;
    }
  }
  return text;
}
