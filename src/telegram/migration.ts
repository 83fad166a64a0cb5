import type { Transformer } from "grammy";

/**
 * A group that became a supergroup has another number from then on; Telegram names it when a message is sent to the old one. The message is
 * sent there instead, without what refers to the old group's messages and topics.
 */
export function followMigration(): Transformer {
  return async (call, method, payload, signal) => {
    const response = await call(method, payload, signal);
    const to = response.ok ? undefined : response.parameters?.migrate_to_chat_id;
    if (to === undefined || !method.startsWith("send") || !("chat_id" in payload)) return response;
    const { reply_parameters: _, message_thread_id: __, ...rest } = payload as Record<string, unknown>;
    return call(method, { ...rest, chat_id: to } as typeof payload, signal);
  };
}
