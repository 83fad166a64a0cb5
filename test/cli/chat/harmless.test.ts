import { describe, expect, it } from "vitest";
import { harmless, harmlessLine, harmlessUrl } from "../../../src/cli/chat/harmless.ts";

const range = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, i) => String.fromCharCode(from + i));
const controls = [
  ...range(0, 9),
  ...range(11, 31),
  ...range(127, 159),
  ...range(0x2028, 0x202e),
  ...range(0x2066, 0x2069),
];

describe("harmless", () => {
  it("shows every control character and reordering mark as something else that can be read", () => {
    for (const c of controls) {
      const shown = harmless(`a${c}b`);
      expect(shown).toMatch(/^a[^\p{Cc}\p{Cf}\u2028\u2029]+b$/u);
      expect(harmless(shown)).toBe(shown);
      expect(harmlessUrl(`https://a.bc/${c}`)).toMatch(/^https:\/\/a\.bc\/(%[0-9A-F]{2})+$/);
    }
    expect(harmless("\ud83d")).toBe("\ufffd");
  });

  it("leaves all other text as it is: line feeds, joined emoji, marks of direction, mark-up", () => {
    const text = "a\nb 👨‍👩‍👧 e\u0301 שלום\u200f <b>*x*</b> \u00a0—";
    expect(harmless(text)).toBe(text);
    expect(harmlessLine("a\nb")).toBe("a b");
    expect(harmlessUrl("https://a.bc/ж?x=%20#:~:text=b")).toBe("https://a.bc/ж?x=%20#:~:text=b");
  });
});
