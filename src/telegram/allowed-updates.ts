/** What the bot reacts to. Given with every poll and webhook: Telegram remembers an older list otherwise. */
export const allowedUpdates = ["message", "callback_query", "inline_query", "guest_message", "my_chat_member"] as const;
