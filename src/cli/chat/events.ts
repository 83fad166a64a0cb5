import type { Message } from "grammy/types";
import type { SentFile } from "./request.ts";

/** A call of the bot's as it came in. */
export interface Call {
  readonly method: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** What a person may choose to post in another chat: how it is offered, and the message. */
export interface Post {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly content: Partial<Message>;
}

/** What the bot did, in the order in which it did it. */
export type ChatEvent =
  | { readonly event: "message" | "edit"; readonly call: Call; readonly message: Message }
  | { readonly event: "document"; readonly call: Call; readonly message: Message; readonly file: SentFile }
  | { readonly event: "delete"; readonly call: Call; readonly messageId: number }
  | { readonly event: "callback"; readonly call: Call; readonly text: string; readonly alert: boolean }
  | { readonly event: "inline"; readonly call: Call; readonly posts: readonly Post[]; readonly button: string | null }
  | { readonly event: "guest"; readonly call: Call; readonly post: Post }
  | { readonly event: "action"; readonly call: Call; readonly action: string }
  | { readonly event: "refused"; readonly call: Call; readonly code: number; readonly description: string }
  /** A query (a pressed button, else what was typed) that the bot is done with without an answer: on a telephone it goes on spinning. */
  | { readonly event: "unanswered"; readonly data: string; readonly messageId: number | null }
  /** A handler of the bot's threw something else than a refused call, whether or not the bot then apologised. */
  | { readonly event: "failed"; readonly reason: string };

/** Things that must not happen; with one of them a check by script has failed. */
export function isFault(event: ChatEvent): boolean {
  return event.event === "refused" || event.event === "unanswered" || event.event === "failed";
}
