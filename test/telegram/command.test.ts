import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseCommand, type TypedCommand } from "../../src/telegram/command.ts";

const me = "onrecord_bot";

describe("parseCommand", () => {
  test.each<[string, TypedCommand | null]>([
    ["/ask", { name: "ask", args: "", forOther: false, forMe: false, isExact: true }],
    ["/ask How much?", { name: "ask", args: "How much?", forOther: false, forMe: false, isExact: true }],
    ["/ASK How much?", { name: "ask", args: "How much?", forOther: false, forMe: false, isExact: false }],
    ["/Ask@OnRecord_Bot How much?", { name: "ask", args: "How much?", forOther: false, forMe: true, isExact: false }],
    ["/ask@other_bot How much?", { name: "ask", args: "How much?", forOther: true, forMe: false, isExact: true }],
    [
      "/quote\nPeskov\nabout protests ",
      { name: "quote", args: "Peskov\nabout protests", forOther: false, forMe: false, isExact: true },
    ],
    ["/ask\u00a0x", { name: "ask", args: "x", forOther: false, forMe: false, isExact: true }],
    ["/start p_abc-1", { name: "start", args: "p_abc-1", forOther: false, forMe: false, isExact: true }],
    ["ask", null],
    [" /ask", null],
    ["/", null],
    ["//ask", null],
    ["/спросить", null],
    ["/ask!", null],
    ["/ask@", null],
    [`/${"a".repeat(33)}`, null],
    ["", null],
  ])("%j", (text, expected) => {
    expect(parseCommand(text, me)).toEqual(expected);
  });

  test("for any text: nothing, or a command whose words are the text's", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.string({ unit: "binary" }), (a, b) => {
        const command = parseCommand(`/${a} ${b}`, me);
        if (command) expect(`/${a} ${b}`).toContain(command.args);
      }),
    );
  });
});
