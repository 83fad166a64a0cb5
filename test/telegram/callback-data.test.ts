import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type ButtonData, packButton, unpackButton } from "../../src/telegram/callback-data.ts";

const key = fc.array(fc.constantFrom(..."abcXYZ019-_"), { minLength: 1, maxLength: 48 }).map((c) => c.join(""));
const button: fc.Arbitrary<ButtonData> = fc
  .record({
    kind: fc.constantFrom("ask", "quote", "timeline", "check", "about"),
    page: fc.integer({ min: 0, max: 36 ** 6 - 1 }),
    key: fc.option(key),
  })
  .map(({ key: k, ...rest }) => ({ ...rest, ...(k === null ? {} : { key: k }) }));

describe("callback data", () => {
  test("what is packed is unpacked the same, within 64 bytes", () => {
    fc.assert(
      fc.property(button, (data) => {
        const packed = packButton(data);
        expect(Buffer.byteLength(packed)).toBeLessThanOrEqual(64);
        expect(unpackButton(packed)).toEqual(data);
      }),
    );
  });

  test("different buttons have different data", () => {
    fc.assert(
      fc.property(button, button, (a, b) => {
        expect(packButton(a) === packButton(b)).toBe(JSON.stringify(a) === JSON.stringify(b));
      }),
    );
  });

  test.each([
    "",
    "1",
    "1:a",
    "1:a:",
    "1:z:0",
    "0:a:1",
    "2:a:1",
    "1:a:1:",
    "1:a:-1",
    "1:a:1.5",
    "1:a:1:a b",
    "1:a:1:é",
    "1:a:1:a:b",
    " 1:a:1",
    "1:a:1\n",
    "1:A:1",
    "1:a:zzzzzzz",
    `1:a:1:${"k".repeat(49)}`,
    "__proto__",
    "1:constructor:1",
  ])("%j is refused", (data) => {
    expect(unpackButton(data)).toBeNull();
  });

  test("anything else is refused or a button that would be written so", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: "binary" }),
          fc
            .tuple(button, fc.nat(63), fc.string({ maxLength: 2 }))
            .map(([b, at, put]) => packButton(b).slice(0, at) + put + packButton(b).slice(at + 1)),
        ),
        (data) => {
          const read = unpackButton(data);
          if (read) expect(unpackButton(packButton(read))).toEqual(read);
        },
      ),
      { numRuns: 500 },
    );
  });

  test("data that would not fit is a bug and throws", () => {
    expect(() => packButton({ kind: "quote", page: 1, key: "k".repeat(60) })).toThrow("callback data of");
    expect(() => packButton({ kind: "quote", page: 1, key: "я".repeat(30) })).toThrow("callback data of");
  });
});
