import type { ApiResponse } from "grammy/types";
import { describe, expect, test } from "vitest";
import { retryOnFlood } from "../../src/telegram/retry.ts";

const flood = (seconds?: number): ApiResponse<never> => ({
  ok: false,
  error_code: 429,
  description: "Too Many Requests",
  ...(seconds === undefined ? {} : { parameters: { retry_after: seconds } }),
});
const done = { ok: true, result: true } as const;
const refused = (code: number): ApiResponse<never> => ({ ok: false, error_code: code, description: "refused" });

/** Calls once through the transformer, with Telegram answering as told; what was waited, how often was called, what came back. */
async function call(answers: readonly (ApiResponse<true> | Error)[], signal?: AbortSignal) {
  const waits: number[] = [];
  let calls = 0;
  const transformer = retryOnFlood(async (ms) => waits.push(ms));
  // biome-ignore lint/suspicious/noExplicitAny: the network is the subject; the stub answers any method
  const network: any = async () => {
    const answer = answers[Math.min(calls++, answers.length - 1)];
    if (answer instanceof Error) throw answer;
    return answer;
  };
  const outcome = await transformer(network, "sendMessage", { chat_id: 1, text: "x" }, signal as never).catch(
    (error: unknown) => error,
  );
  return { waits, calls, outcome };
}

describe("retryOnFlood", () => {
  test("a wait that Telegram asks for is waited out, once for each time it asks", async () => {
    expect(await call([flood(3), flood(2), done])).toEqual({ waits: [3_000, 2_000], calls: 3, outcome: done });
  });

  test("a wait without a length is a second", async () => {
    expect(await call([flood(), done])).toEqual({ waits: [1_000], calls: 2, outcome: done });
  });

  test("after three tries the refusal is given back", async () => {
    expect(await call([flood(1)])).toEqual({ waits: [1_000, 1_000], calls: 3, outcome: flood(1) });
  });

  test("a wait of more than a minute is not begun", async () => {
    expect(await call([flood(61)])).toEqual({ waits: [], calls: 1, outcome: flood(61) });
    expect((await call([flood(60), done])).waits).toEqual([60_000]);
  });

  test.each([400, 401, 403, 404, 409, 500, 502])("%i is not tried again", async (code) => {
    expect(await call([refused(code), done])).toEqual({ waits: [], calls: 1, outcome: refused(code) });
  });

  test("a lost connection is not tried again: the message may have been sent", async () => {
    const lost = new Error("connection reset");
    expect(await call([lost, done])).toEqual({ waits: [], calls: 1, outcome: lost });
  });

  test("a call that was given up is not tried again", async () => {
    expect(await call([flood(1), done], AbortSignal.abort())).toEqual({ waits: [], calls: 1, outcome: flood(1) });
  });
});
