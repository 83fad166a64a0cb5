import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createLog, silentLog } from "../src/log.ts";

function capture(level: string, secrets: readonly string[] = []) {
  const lines: string[] = [];
  return { lines, log: createLog(level, secrets, (line) => lines.push(line)) };
}

describe("the log", () => {
  it("is one JSON object a line, without process number or host", () => {
    const { lines, log } = capture("info");
    log.info({ chat: 1 }, "two\nlines");
    log.debug("not at this level");
    log.error(new Error("broken"), "failed");
    expect(lines).toHaveLength(2);
    expect(lines.every((line) => line.endsWith("\n"))).toBe(true);
    const [first, second] = lines.map((line) => JSON.parse(line));
    expect(first).toEqual({
      level: 30,
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
      chat: 1,
      msg: "two\nlines",
    });
    expect(second).toMatchObject({ level: 50, msg: "failed", err: { message: "broken" } });
  });

  it("strikes secrets wherever they stand", () => {
    const token = "123456789:AA-secret_token";
    const { lines, log } = capture("debug", [token, ""]);
    log.info(`calling https://api.telegram.org/bot${token}/getMe`);
    log.warn({ url: token, nested: { list: [`x${token}x`] } }, token);
    log.error(new Error(`request to ${token} failed`, { cause: new Error(token) }));
    log.debug({ [token]: 1 });
    expect(lines).toHaveLength(4);
    expect(lines.join("")).not.toContain("secret_token");
    expect(lines[0]).toContain("bot[hidden]/getMe");
    for (const line of lines) expect(() => JSON.parse(line)).not.toThrow();
  });

  it("strikes any secrets, of which one may be a part of another or hold marks that JSON escapes", () => {
    // Longer than anything the line itself may say, and without the words of the replacement.
    const secret = fc.string({ unit: fc.constantFrom(...'XYZ"\\/\n\té😀'), minLength: 4, maxLength: 12 });
    fc.assert(
      fc.property(fc.array(secret, { minLength: 1, maxLength: 4 }), (secrets) => {
        const { lines, log } = capture("info", secrets);
        for (const one of secrets) log.info({ value: one }, `a ${one} b`);
        for (const line of lines) {
          const { value, msg } = JSON.parse(line);
          expect(`${value} ${msg}`).toBe("[hidden] a [hidden] b");
        }
      }),
    );
  });

  it("may say nothing", () => {
    const { lines, log } = capture("silent");
    log.fatal("x");
    silentLog.fatal("x");
    expect(lines).toEqual([]);
  });
});
