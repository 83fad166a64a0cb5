import { HttpError } from "grammy";
import type { ApiResponse } from "grammy/types";
import { describe, expect, test } from "vitest";
import { networkCode, retry } from "../../src/telegram/retry.ts";

const flood = (seconds?: number): ApiResponse<never> => ({
  ok: false,
  error_code: 429,
  description: "Too Many Requests",
  ...(seconds === undefined ? {} : { parameters: { retry_after: seconds } }),
});
const done = { ok: true, result: true } as const;
const refused = (code: number, description = "refused"): ApiResponse<never> => ({
  ok: false,
  error_code: code,
  description,
});
const lost = (code: string) =>
  new HttpError("Network request failed", Object.assign(new Error("request to https://…/bot1:secret/…"), { code }));

/** Calls once through the transformer, with Telegram answering as told; what was waited, how often was called, what came back. */
async function call(
  answers: readonly (ApiResponse<true> | Error)[],
  { method = "sendMessage", signal }: { method?: string; signal?: AbortSignal } = {},
) {
  const waits: number[] = [];
  let calls = 0;
  const transformer = retry(async (ms) => waits.push(ms));
  // biome-ignore lint/suspicious/noExplicitAny: the network is the subject; the stub answers any method
  const network: any = async () => {
    const answer = answers[Math.min(calls++, answers.length - 1)];
    if (answer instanceof Error) throw answer;
    return answer;
  };
  const outcome = await transformer(network, method as "sendMessage", { chat_id: 1, text: "x" }, signal as never).catch(
    (error: unknown) => error,
  );
  return { waits, calls, outcome };
}

describe("retry", () => {
  test("a wait that Telegram asks for is waited out, once for each time it asks", async () => {
    expect(await call([flood(3), flood(2), done])).toEqual({ waits: [3_000, 2_000], calls: 3, outcome: done });
  });

  test("a wait without a length is a second", async () => {
    expect(await call([flood(), done])).toEqual({ waits: [1_000], calls: 2, outcome: done });
  });

  test("after three tries the refusal is given back", async () => {
    expect(await call([flood(1)])).toEqual({ waits: [1_000, 1_000], calls: 3, outcome: flood(1) });
    expect(await call([refused(500)])).toMatchObject({ calls: 3, outcome: refused(500) });
  });

  test("a wait of more than a minute is not begun", async () => {
    expect(await call([flood(61)])).toEqual({ waits: [], calls: 1, outcome: flood(61) });
    expect((await call([flood(60), done])).waits).toEqual([60_000]);
  });

  test.each([400, 401, 403, 404, 409])("%i is not tried again", async (code) => {
    expect(await call([refused(code), done])).toEqual({ waits: [], calls: 1, outcome: refused(code) });
  });

  test.each([500, 502, 503])(
    "%i in Telegram's envelope says that nothing was done, and is tried again",
    async (code) => {
      expect(await call([refused(code), done])).toMatchObject({ calls: 2, outcome: done });
    },
  );

  test.each(["sendMessage", "sendDocument", "sendPhoto", "copyMessage", "forwardMessage"])(
    "%s is not repeated after a lost connection: it may have been sent",
    async (method) => {
      const error = lost("ECONNRESET");
      expect(await call([error, done], { method })).toEqual({ waits: [], calls: 1, outcome: error });
    },
  );

  test.each(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN"])("after %s it is: the request never left", async (code) => {
    expect(await call([lost(code), done])).toMatchObject({ calls: 2, outcome: done });
  });

  test.each(["editMessageText", "answerCallbackQuery", "answerInlineQuery", "setMyCommands", "sendChatAction"])(
    "%s comes to the same when it is done twice",
    async (method) => {
      expect(await call([lost("ECONNRESET"), done], { method })).toMatchObject({ calls: 2, outcome: done });
    },
  );

  test("when the lost first try has done it, that is what was wanted", async () => {
    for (const [method, words] of [
      ["editMessageText", "Bad Request: message is not modified: specified new message content …"],
      ["answerCallbackQuery", "Bad Request: query is too old and response timeout expired or query ID is invalid"],
    ] as const)
      expect((await call([lost("ECONNRESET"), refused(400, words)], { method })).outcome).toEqual(done);
  });

  test("what Telegram refuses at the first try is a refusal, whatever it says", async () => {
    const same = refused(400, "Bad Request: message is not modified");
    expect((await call([same], { method: "editMessageText" })).outcome).toEqual(same);
  });

  test("a call that was given up is not tried again", async () => {
    expect(await call([flood(1), done], { signal: AbortSignal.abort() })).toEqual({
      waits: [],
      calls: 1,
      outcome: flood(1),
    });
  });

  test("polls are the runner's affair", async () => {
    for (const answer of [flood(1), refused(500), lost("ECONNRESET")])
      expect((await call([answer, done as never], { method: "getUpdates" })).calls).toBe(1);
  });
});

test("a network error is named by its code, never by its message, which holds the address with the token", () => {
  expect(networkCode(lost("ECONNRESET"))).toBe("ECONNRESET");
  const failed = new TypeError("fetch failed", { cause: Object.assign(new Error("…/bot1:secret"), { code: "EPIPE" }) });
  expect(networkCode(new HttpError("x", failed))).toBe("EPIPE");
  expect(networkCode(new HttpError("x", new SyntaxError("Unexpected token <")))).toBe("SyntaxError");
  expect(networkCode(new HttpError("x", new Error("Request to 'getMe' timed out after 20 seconds")))).toBe("timeout");
  expect(networkCode(new HttpError("x", "bot1:secret"))).toBe("unknown");
});
