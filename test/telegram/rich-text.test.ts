import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { linkProblem } from "../../src/cli/chat/link-rules.ts";
import {
  bold,
  code,
  isLinkable,
  italic,
  joined,
  link,
  type Piece,
  quoted,
  type RichText,
  rich,
  sliceRich,
  struck,
  underlined,
} from "../../src/telegram/rich-text.ts";
import { anyText } from "../support/arbitraries.ts";

const styled = {
  bold,
  italic,
  underlined,
  struck,
  code,
  quoted,
  link: (piece: Piece) => link(piece, "https://example.com/a"),
};

/** Any nesting of styles around any words. */
const { piece } = fc.letrec<{ piece: Piece }>((tie) => ({
  piece: fc.oneof(
    { depthSize: "small" },
    anyText,
    fc.constantFrom<Piece>(null, undefined, false, ""),
    fc
      .tuple(fc.constantFrom(...Object.values(styled)), fc.array(tie("piece"), { maxLength: 3 }))
      .map(([style, inner]): Piece => style(rich(...inner))),
  ),
}));

const plain = (p: Piece): string => (!p ? "" : typeof p === "string" ? p : p.text);
const words = ({ text, entities }: RichText) =>
  entities.map((e) => `${e.type}: ${text.slice(e.offset, e.offset + e.length)}`);

describe("rich", () => {
  test("entities stand where their words stand, in UTF-16 units", () => {
    const text = rich(
      "😀 ",
      bold("a"),
      null,
      " и ",
      quoted(rich("x ", italic("y"), " z")),
      false,
      link("RT", "https://rt.com/"),
    );
    expect(text.text).toBe("😀 a и x y zRT");
    expect(words(text)).toEqual(["bold: a", "expandable_blockquote: x y z", "italic: y", "text_link: RT"]);
  });

  test("nothing has no entity", () => {
    expect(rich(bold(""), quoted(null), link("", "https://example.com"))).toEqual({ text: "", entities: [] });
  });

  test("for any pieces: the text is theirs, and every entity covers the same words as in its piece", () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 5 }), (pieces) => {
        const whole = rich(...pieces);
        expect(whole.text).toBe(pieces.map(plain).join(""));
        expect(words(whole)).toEqual(pieces.flatMap((p) => (p && typeof p !== "string" ? words(p) : [])));
        for (const e of whole.entities) {
          expect(e.length).toBeGreaterThan(0);
          expect(e.offset).toBeGreaterThanOrEqual(0);
          expect(e.offset + e.length).toBeLessThanOrEqual(whole.text.length);
        }
      }),
    );
  });

  test("joined puts the separator between what holds something", () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 5 }), (pieces) => {
        expect(joined(pieces, " · ").text).toBe(pieces.map(plain).filter(Boolean).join(" · "));
      }),
    );
  });
});

describe("sliceRich", () => {
  test("for any cut: both sides together are the whole, and no entity leaves its text", () => {
    fc.assert(
      fc.property(piece, fc.nat(), (p, n) => {
        const whole = rich(p);
        const at = whole.text.length === 0 ? 0 : n % (whole.text.length + 1);
        const [left, right] = [sliceRich(whole, 0, at), sliceRich(whole, at, whole.text.length)];
        expect(left.text + right.text).toBe(whole.text);
        const covered = (side: RichText, shift: number) =>
          side.entities.flatMap((e) => Array.from({ length: e.length }, (_, i) => `${e.type} ${shift + e.offset + i}`));
        expect([...covered(left, 0), ...covered(right, at)].sort()).toEqual(covered(whole, 0).sort());
        for (const side of [left, right])
          for (const e of side.entities) expect(e.offset + e.length).toBeLessThanOrEqual(side.text.length);
      }),
    );
  });
});

describe("link", () => {
  test.each([
    "https://www.rt.com/a?b=(c)#d",
    "http://a.co:8080",
    "https://пример.рф/новость",
    "HTTPS://EXAMPLE.COM",
    "https://user@example.com/x",
  ])("%s", (url) => {
    expect(link("x", url).entities).toMatchObject([{ type: "text_link", url }]);
  });

  test.each([
    "http://localhost/a",
    "https://example.com:0/",
    "https://example.com:99999/",
    "https://ex<b>ample.com/",
    "https://[::1]/",
    "https://.",
    "javascript:alert(1)",
    "ftp://example.com/",
    "https://a b.com",
    "",
  ])("%s is shown as words alone", (url) => {
    expect(link("x", url)).toEqual({ text: "x", entities: [] });
  });

  test("whatever is linked, Telegram takes", () => {
    const host = fc
      .array(fc.constantFrom(..."abя.-_:@[]%<>|\\^ 19"), { minLength: 1, maxLength: 12 })
      .map((c) => c.join(""));
    const address = fc
      .tuple(fc.constantFrom("http://", "https://", "HTTPS://"), host, fc.constantFrom("", "/", "/a?b#c", "?x"))
      .map((parts) => parts.join(""));
    fc.assert(
      fc.property(fc.oneof(address, fc.webUrl({ withFragments: true, withQueryParameters: true })), (url) => {
        if (isLinkable(url)) expect([url, linkProblem(url)]).toEqual([url, null]);
      }),
      { numRuns: 2_000 },
    );
  });

  test("every ordinary address is linked", () => {
    fc.assert(
      fc.property(fc.webUrl({ withFragments: true, withQueryParameters: true }), (url) => {
        expect([url, isLinkable(url)]).toEqual([url, true]);
      }),
    );
  });
});
