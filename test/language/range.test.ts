import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contains, overlaps, trimmed } from "../../src/language/range.ts";
import { anyText } from "../support/arbitraries.ts";

const range = fc
  .tuple(fc.nat(12), fc.integer({ min: 1, max: 6 }))
  .map(([start, length]) => ({ start, end: start + length }));
const places = ({ start, end }: { start: number; end: number }) =>
  Array.from({ length: end - start }, (_, i) => start + i);

describe("ranges", () => {
  it("overlap when they share a place, and contain when they hold all", () => {
    fc.assert(
      fc.property(range, range, (a, b) => {
        const inA = new Set(places(a));
        expect(overlaps(a, b)).toBe(places(b).some((p) => inA.has(p)));
        expect(overlaps(b, a)).toBe(overlaps(a, b));
        expect(contains(a, b)).toBe(places(b).every((p) => inA.has(p)));
      }),
    );
  });

  it("touch without overlapping", () => {
    expect(overlaps({ start: 0, end: 3 }, { start: 3, end: 5 })).toBe(false);
  });

  it("lose white space at their ends, and nothing else", () => {
    fc.assert(
      fc.property(anyText, fc.nat(5), (text, from) => {
        const start = Math.min(from, text.length);
        const inner = trimmed(text, { start, end: text.length });
        expect(contains({ start, end: text.length }, inner)).toBe(true);
        expect(text.slice(inner.start, inner.end)).toBe(text.slice(start).trim());
      }),
    );
  });
});
