import { InputError } from "../coverage/errors.ts";

/** What files of other kinds begin with, so that they are refused by name. */
const signatures: readonly (readonly [kind: string, start: readonly number[], offset?: number])[] = [
  ["a PDF", [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ["a PNG picture", [0x89, 0x50, 0x4e, 0x47]],
  ["a JPEG picture", [0xff, 0xd8, 0xff]],
  ["a GIF picture", [0x47, 0x49, 0x46, 0x38]],
  ["a ZIP archive (or an office document)", [0x50, 0x4b, 0x03, 0x04]],
  ["a gzip archive; unpack it first", [0x1f, 0x8b]],
  ["a 7z archive", [0x37, 0x7a, 0xbc, 0xaf]],
  ["a RAR archive", [0x52, 0x61, 0x72, 0x21, 0x1a]],
  ["an office document of the old kind", [0xd0, 0xcf, 0x11, 0xe0]],
  ["a RIFF file (WebP, WAV or AVI)", [0x52, 0x49, 0x46, 0x46]],
  ["a video or sound file", [0x66, 0x74, 0x79, 0x70], 4],
  ["a program", [0x7f, 0x45, 0x4c, 0x46]],
  ["an SQLite database", [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20, 0x66]],
];

/**
 * The text of a document's bytes. In this order: a byte order mark; UTF-8 where the bytes are valid UTF-8 (so that a wrong
 * declaration does no harm); the encoding named by `contentType`, a <meta> or an XML declaration; else the likeliest of
 * windows-1251, KOI8-R and windows-1252 by the letters. NULs are left out, half surrogates become U+FFFD.
 * @param contentType The value of an HTTP Content-Type header, where there is one.
 * @throws InputError for a picture, a PDF, an archive or anything else that is no text.
 */
export function decode(bytes: Uint8Array, contentType?: string): string {
  const marked = byteOrderMark(bytes);
  if (!marked) refuseKnownKinds(bytes);
  const text = (marked ? new TextDecoder(marked).decode(bytes) : decodeUnmarked(bytes, contentType)).toWellFormed();
  refuseBinary(text);
  return text.replaceAll("\u0000", "");
}

function byteOrderMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return "utf-8";
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  return bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : null;
}

function refuseKnownKinds(bytes: Uint8Array): void {
  for (const [kind, start, offset = 0] of signatures) {
    if (start.every((byte, i) => bytes[offset + i] === byte)) throw new InputError(`not text: this is ${kind}`);
  }
}

/** Text has next to no control characters; a hundredth of them, or of undecodable bytes an eighth, is another kind of data. */
function refuseBinary(text: string): void {
  const sample = text.slice(0, 100_000);
  const controls = sample.match(/[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/g)?.length ?? 0;
  const lost = sample.match(/\ufffd/g)?.length ?? 0;
  if (controls > 8 + sample.length / 100 || lost > 8 + sample.length / 8)
    throw new InputError("not text: these are binary data");
}

function decodeUnmarked(bytes: Uint8Array, contentType: string | undefined): string {
  const wide = wideEncoding(bytes);
  if (wide) return new TextDecoder(wide).decode(bytes);
  const declared = [/charset\s*=\s*["']?([\w.:-]+)/i.exec(contentType ?? "")?.[1], declaredInside(bytes)].find(
    isDecodable,
  );
  // The one encoding in use that is valid UTF-8 without being UTF-8: all its bytes are ASCII.
  if (declared?.toLowerCase() === "iso-2022-jp" && bytes.includes(0x1b)) return new TextDecoder(declared).decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    if (declared && !isUtf8(declared)) return new TextDecoder(declared).decode(bytes);
  }
  const repaired = new TextDecoder("utf-8").decode(bytes);
  const lost = repaired.match(/\ufffd/g)?.length ?? 0;
  const whole = repaired.match(/[^\u0000-\u007f\ufffd]/gu)?.length ?? 0;
  // A page cut in mid-character, or UTF-8 with a stray byte.
  return lost <= whole / 10 || (lost === 1 && declared !== undefined)
    ? repaired
    : new TextDecoder(likeliest(bytes)).decode(bytes);
}

const isUtf8 = (label: string) => /^(?:unicode-1-1-)?utf-?8$/i.test(label);

function isDecodable(label: string | undefined): label is string {
  if (!label) return false;
  try {
    // A page that can be read as ASCII so far is not in UTF-16, whatever it says.
    return !new TextDecoder(label).encoding.startsWith("utf-16");
  } catch {
    return false;
  }
}

/** The encoding that a page names in its first bytes (https://html.spec.whatwg.org/multipage/parsing.html#prescan-a-byte-stream-to-determine-its-encoding, with a longer look). */
function declaredInside(bytes: Uint8Array): string | undefined {
  const start = new TextDecoder("latin1").decode(bytes.subarray(0, 8192));
  return (
    /^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]+)/i.exec(start)?.[1] ??
    /<meta[^>]{0,300}?charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(start)?.[1]
  );
}

/** UTF-16 without a mark: in text of European languages every other byte is then nought. */
function wideEncoding(bytes: Uint8Array): string | null {
  const sample = bytes.subarray(0, 4096 - (bytes.length % 2));
  let even = 0;
  let odd = 0;
  sample.forEach((byte, i) => {
    if (byte !== 0) return;
    if (i % 2 === 0) even++;
    else odd++;
  });
  const half = sample.length / 2;
  if (half < 2) return null;
  if (odd > half * 0.6 && even < half * 0.05) return "utf-16le";
  return even > half * 0.6 && odd < half * 0.05 ? "utf-16be" : null;
}

/** The most frequent letters of Russian, nine tenths of a text. */
const russianLetters = new Set("оеаинтсрвлкмдпуяызьбгчйхж");

/**
 * The likeliest 8-bit encoding: Russian words are runs of bytes above 127, Western ones have single such letters among
 * ASCII; read in the wrong Russian encoding, small letters become capitals and common ones rare.
 */
function likeliest(bytes: Uint8Array): string {
  const sample = bytes.subarray(0, 200_000);
  let high = 0;
  let inRun = 0;
  sample.forEach((byte, i) => {
    if (byte < 0xc0 && byte !== 0xb8 && byte !== 0xa8) return;
    high++;
    if ((sample[i - 1] ?? 0) >= 0xc0 || (sample[i + 1] ?? 0) >= 0xc0) inRun++;
  });
  if (high === 0 || inRun < high * 0.6) return "windows-1252";
  const common = (encoding: string) =>
    [...new TextDecoder(encoding).decode(sample)].filter((letter) => russianLetters.has(letter)).length;
  return common("koi8-r") > common("windows-1251") ? "koi8-r" : "windows-1251";
}
