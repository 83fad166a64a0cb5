import { expect, test } from "vitest";
import { followMigration } from "../../src/telegram/migration.ts";

const moved = {
  ok: false,
  error_code: 400,
  description: "Bad Request: group chat was upgraded to a supergroup chat",
  parameters: { migrate_to_chat_id: -1_000_000_000_007 },
} as const;

async function play(method: string, payload: object, first: object) {
  const calls: object[] = [];
  const call = (called: string, given: object) => {
    calls.push({ method: called, ...given });
    return Promise.resolve(calls.length === 1 ? first : { ok: true, result: true });
  };
  const response = await followMigration()(call as never, method as never, payload as never, undefined as never);
  return { calls, response };
}

test("a message to a group that became a supergroup is sent there, without the old group's numbers", async () => {
  const payload = { chat_id: -5, text: "x", message_thread_id: 3, reply_parameters: { message_id: 9 } };
  const { calls, response } = await play("sendMessage", payload, moved);
  expect(calls).toEqual([
    { method: "sendMessage", ...payload },
    { method: "sendMessage", chat_id: -1_000_000_000_007, text: "x" },
  ]);
  expect(response).toEqual({ ok: true, result: true });
});

test.each([
  ["an edit cannot follow", "editMessageText", moved],
  ["another refusal is one", "sendMessage", { ...moved, parameters: {} }],
  ["what arrived is not sent again", "sendMessage", { ok: true, result: true }],
])("%s", async (_, method, first) => {
  expect((await play(method, { chat_id: -5, text: "x" }, first)).calls).toHaveLength(1);
});
