import type { Message } from "grammy/types";
import type { Post } from "./events.ts";
import { readKeyboard } from "./keyboard-rules.ts";
import { entitiesParam, objectParam, objectsParam, type Params, textParam } from "./params.ts";
import { badRequest } from "./refusal.ts";
import { formatText } from "./text-rules.ts";

/** Bot API, answerInlineQuery: "No more than 50 results"; ids and offsets of at most 64 bytes; start_parameter 1-64 of A-Z a-z 0-9 _ -. */
const MOST_RESULTS = 50;
const ID_BYTES = 64;

/** The results of an inline query. @throws Refusal when Telegram would not take them. */
export function readPosts(params: Params): { posts: Post[]; button: string | null } {
  const results = objectsParam(params, "results") ?? [];
  if (results.length > MOST_RESULTS) throw badRequest("RESULTS_TOO_MUCH");
  const posts = results.map(readPost);
  if (new Set(posts.map((p) => p.id)).size < posts.length) throw badRequest("RESULT_ID_DUPLICATE");
  if (Buffer.byteLength(textParam(params, "next_offset") ?? "") > ID_BYTES) throw badRequest("NEXT_OFFSET_INVALID");
  const button = objectParam(params, "button");
  if (!button) return { posts, button: null };
  if (!textParam(button, "text")) throw badRequest("inline query result button text must be non-empty");
  if (!/^[A-Za-z0-9_-]{1,64}$/.test(textParam(button, "start_parameter") ?? ""))
    throw badRequest("START_PARAM_INVALID");
  return { posts, button: textParam(button, "text") ?? null };
}

/** One article to post. @throws Refusal when Telegram would not take it. */
export function readPost(result: Params): Post {
  const id = textParam(result, "id") ?? "";
  if (id === "" || Buffer.byteLength(id) > ID_BYTES) throw badRequest("RESULT_ID_INVALID");
  if (result["type"] !== "article") throw badRequest("can't parse inline query result: only articles are sent here");
  const title = textParam(result, "title") ?? "";
  if (title === "") throw badRequest("ARTICLE_TITLE_EMPTY");
  const given = objectParam(result, "input_message_content");
  if (!given) throw badRequest("there is no input_message_content");
  const { text, entities } = formatText(textParam(given, "message_text") ?? "", entitiesParam(given, "entities"));
  const markup = readKeyboard(result);
  const content: Partial<Message> = {
    text,
    ...(entities.length > 0 ? { entities: [...entities] } : {}),
    ...(markup ? { reply_markup: markup } : {}),
  };
  return { id, title, description: textParam(result, "description") ?? "", content };
}
