import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { InputError } from "../../src/coverage/errors.ts";
import { decode } from "../../src/ingest/decode.ts";

const ascii = (text: string) => Uint8Array.from(text, (c) => c.charCodeAt(0));
/** A text in an 8-bit encoding, by asking the decoder what each byte stands for. */
function encode(text: string, encoding: string): Uint8Array {
  const byByte = new Map(
    Array.from({ length: 256 }, (_, i) => [new TextDecoder(encoding).decode(Uint8Array.of(i)), i] as const),
  );
  return Uint8Array.from(text, (c) => byByte.get(c) ?? 0x3f);
}
const wide = (text: string, mark: boolean) => Buffer.from((mark ? "\ufeff" : "") + text, "utf16le");

const russian = "Совет порта решил закрыть старый причал. Съёмки начнутся в среду, сообщили в городской администрации.";

describe("decode", () => {
  it("gives any well-formed text back from UTF-8", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        fc.pre(!/[\u0000-\u0008\u000e-\u001f]/.test(text) && !text.startsWith("\ufeff"));
        expect(decode(Buffer.from(`text ${text}`))).toBe(`text ${text}`);
      }),
    );
  });

  it("never throws anything but an InputError, and gives well-formed text without NULs", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.option(fc.string(), { nil: undefined }), (bytes, type) => {
        try {
          const text = decode(bytes, type);
          expect(text.isWellFormed() && !text.includes("\u0000")).toBe(true);
        } catch (error) {
          expect(error).toBeInstanceOf(InputError);
        }
      }),
    );
  });

  it("obeys a byte order mark", () => {
    expect(decode(Buffer.from(`\ufeff${russian}`))).toBe(russian);
    expect(decode(wide(russian, true))).toBe(russian);
    expect(decode(wide(russian, true).swap16())).toBe(russian);
  });

  it("knows UTF-16 without a mark", () => {
    expect(decode(wide("A plain text of some length.", false))).toBe("A plain text of some length.");
  });

  it.each(["windows-1251", "koi8-r"])("tells Russian in %s by its letters", (encoding) => {
    expect(decode(encode(russian, encoding))).toBe(russian);
  });

  it("takes Western letters among ASCII for windows-1252", () => {
    expect(decode(encode("Le café “Müller” est fermé à Noël", "windows-1252"))).toBe(
      "Le café “Müller” est fermé à Noël",
    );
  });

  it("believes a declaration: header, meta, XML", () => {
    expect(decode(encode("Příliš žluťoučký kůň", "windows-1250"), "text/html; charset=windows-1250")).toBe(
      "Příliš žluťoučký kůň",
    );
    const html = '<html><meta http-equiv="Content-Type" content="text/html; charset=koi8-r"><p>Мир';
    expect(decode(encode(html, "koi8-r"))).toBe(html);
    const xml = '<?xml version="1.0" encoding="iso-8859-2"?><p>Łódź';
    expect(decode(encode(xml, "iso-8859-2"))).toBe(xml);
  });

  it("believes valid UTF-8 more than a declaration, and passes over names of no encoding", () => {
    expect(decode(Buffer.from(`<meta charset="windows-1251">${russian}`))).toContain(russian);
    expect(decode(encode(russian, "windows-1251"), "text/html; charset=none-such")).toBe(russian);
  });

  it("repairs UTF-8 that was cut or holds a stray byte", () => {
    expect(decode(Buffer.from(russian).subarray(0, 23))).toBe(`${russian.slice(0, 12)}\ufffd`);
  });

  it("leaves NULs out", () => {
    expect(decode(ascii("a text with a \u0000 in it"))).toBe("a text with a  in it");
  });

  it.each([
    ["a PDF", ascii("%PDF-1.7\n%....")],
    ["a PNG picture", Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10)],
    ["a JPEG picture", Uint8Array.of(0xff, 0xd8, 0xff, 0xe0)],
    ["a ZIP archive", ascii("PK\u0003\u0004....")],
    ["a gzip archive", Uint8Array.of(0x1f, 0x8b, 8, 0)],
    ["binary data", Uint8Array.from({ length: 4000 }, (_, i) => (i * 7919) % 251)],
  ])("refuses %s by name", (kind, bytes) => {
    expect(() => decode(bytes)).toThrow(InputError);
    expect(() => decode(bytes)).toThrow(kind);
  });
});
