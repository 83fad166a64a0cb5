import type { BotCommand, Message } from "grammy/types";
import type { Conversation } from "./conversation.ts";
import type { Call } from "./events.ts";
import { readKeyboard } from "./keyboard-rules.ts";
import { entitiesParam, flagParam, numberParam, objectParam, objectsParam, type Params, textParam } from "./params.ts";
import { readPost, readPosts } from "./post-rules.ts";
import { badRequest } from "./refusal.ts";
import type { Received } from "./request.ts";
import { formatCaption, formatText } from "./text-rules.ts";

/** Carries out one call in the conversation and returns its `result`. @throws Refusal as Telegram would refuse. */
export type Method = (chat: Conversation, call: Call, files: Received["files"]) => unknown;

/** Bot API, answerCallbackQuery: "0-200 characters"; the profile's texts and the list of commands likewise. */
const CALLBACK_TEXT = 200;
const DESCRIPTION = 512;
const SHORT_DESCRIPTION = 120;
const MOST_COMMANDS = 100;
const COMMAND_DESCRIPTION = 256;

const chatActions = new Set(
  "typing upload_photo record_video upload_video record_voice upload_voice upload_document choose_sticker find_location record_video_note upload_video_note".split(
    " ",
  ),
);

/** The parts of the Bot API that the bot uses, but for getUpdates. */
export const methods: Readonly<Record<string, Method>> = {
  getMe: (chat) => chat.bot,
  deleteWebhook: () => true,
  setMyCommands,
  setMyDescription: (chat, { params }) => {
    chat.descriptions.set(textParam(params, "language_code") ?? "", profileText(params, "description", DESCRIPTION));
    return true;
  },
  setMyShortDescription: (_, { params }) => {
    profileText(params, "short_description", SHORT_DESCRIPTION);
    return true;
  },
  sendMessage,
  sendDocument: (chat, call, files) => sendFile("document", chat, call, files),
  sendPhoto: (chat, call, files) => sendFile("photo", chat, call, files),
  sendChatAction,
  editMessageText,
  editMessageReplyMarkup,
  deleteMessage,
  answerCallbackQuery,
  answerInlineQuery: (chat, call) => {
    const { posts, button } = readPosts(call.params);
    chat.answer("inline", textParam(call.params, "inline_query_id"));
    chat.emit({ event: "inline", call, posts, button });
    return true;
  },
  answerGuestQuery: (chat, call) => {
    const post = readPost(objectParam(call.params, "result") ?? {});
    chat.answer("guest", textParam(call.params, "guest_query_id"));
    chat.emit({ event: "guest", call, post });
    return { inline_message_id: `guest-${post.id}` };
  },
};

function sendMessage(chat: Conversation, call: Call): Message {
  const { params } = call;
  checkTarget(chat, params);
  const content = textOf(params);
  const message = chat.add(chat.sender, { ...replyOf(chat, params), ...content, ...present(extrasOf(params)) });
  chat.emit({ event: "message", call, message });
  return message;
}

function editMessageText(chat: Conversation, call: Call): Message {
  const { params } = call;
  checkTarget(chat, params);
  const id = numberParam(params, "message_id");
  const content = textOf(params);
  if (id !== undefined && chat.messages.get(id) && chat.messages.get(id)?.text === undefined) {
    throw badRequest("there is no text in the message to edit");
  }
  const message = chat.edit(id, { entities: undefined, ...content, ...extrasOf(params) });
  chat.emit({ event: "edit", call, message });
  return message;
}

function editMessageReplyMarkup(chat: Conversation, call: Call): Message {
  checkTarget(chat, call.params);
  const message = chat.edit(numberParam(call.params, "message_id"), { reply_markup: readKeyboard(call.params) });
  chat.emit({ event: "edit", call, message });
  return message;
}

function deleteMessage(chat: Conversation, call: Call): true {
  checkTarget(chat, call.params);
  const messageId = numberParam(call.params, "message_id");
  if (messageId === undefined) throw badRequest("message identifier is not specified");
  if (!chat.messages.delete(messageId)) throw badRequest("message to delete not found");
  chat.emit({ event: "delete", call, messageId });
  return true;
}

function answerCallbackQuery(chat: Conversation, call: Call): true {
  const { params } = call;
  const text = textParam(params, "text") ?? "";
  if (text.length > CALLBACK_TEXT) throw badRequest("MESSAGE_TOO_LONG");
  chat.answer("callback", textParam(params, "callback_query_id"));
  chat.emit({ event: "callback", call, text, alert: flagParam(params, "show_alert") });
  return true;
}

function sendChatAction(chat: Conversation, call: Call): true {
  checkTarget(chat, call.params);
  const action = textParam(call.params, "action") ?? "";
  if (!chatActions.has(action)) throw badRequest("wrong parameter action in request");
  chat.emit({ event: "action", call, action });
  return true;
}

function sendFile(kind: "document" | "photo", chat: Conversation, call: Call, files: Received["files"]): Message {
  const { params } = call;
  checkTarget(chat, params);
  const attached = /^attach:\/\/(.+)$/.exec(textParam(params, kind) ?? "")?.[1] ?? kind;
  const file = files.get(attached);
  if (!file || file.data.length === 0) throw badRequest(`there is no ${kind} in the request`);
  const id = `${kind}-${++chat.files}`;
  const base = { file_id: id, file_unique_id: id, file_size: file.data.length };
  const content: Partial<Message> =
    kind === "document"
      ? { document: { ...base, file_name: file.name, mime_type: file.type } }
      : { photo: [{ ...base, width: 90, height: 90 }] };
  const caption = formatCaption(textParam(params, "caption") ?? "", entitiesParam(params, "caption_entities"));
  if (caption.text) content.caption = caption.text;
  if (caption.entities.length > 0) content.caption_entities = [...caption.entities];
  const message = chat.add(chat.sender, { ...replyOf(chat, params), ...content, ...present(extrasOf(params)) });
  chat.emit({ event: "document", call, message, file });
  return message;
}

function setMyCommands(chat: Conversation, { params }: Call): true {
  const commands = (objectsParam(params, "commands") ?? []) as unknown as BotCommand[];
  if (commands.length > MOST_COMMANDS) throw badRequest("BOT_COMMANDS_TOO_MUCH");
  for (const { command, description } of commands) {
    if (!/^[a-z0-9_]{1,32}$/.test(command)) throw badRequest("BOT_COMMAND_INVALID");
    if (!description || description.length > COMMAND_DESCRIPTION) throw badRequest("BOT_COMMAND_DESCRIPTION_INVALID");
  }
  if (new Set(commands.map((c) => c.command)).size < commands.length) throw badRequest("BOT_COMMAND_DUPLICATE");
  const scope = objectParam(params, "scope")?.["type"] ?? "default";
  // Commands for groups are checked and then forgotten: there are no groups here.
  if (scope === "default" || scope === "all_private_chats") {
    chat.commands.set(textParam(params, "language_code") ?? "", commands);
  }
  return true;
}

function profileText(params: Params, name: string, limit: number): string {
  const text = textParam(params, name) ?? "";
  if (text.length > limit) throw badRequest(`${name.replaceAll("_", " ")} is too long`);
  return text;
}

function checkTarget(chat: Conversation, params: Params): void {
  if (params["chat_id"] === undefined) throw badRequest("chat_id is empty");
  if (String(params["chat_id"]) !== String(chat.chat.id)) throw badRequest("chat not found");
}

function textOf(params: Params): Partial<Message> {
  // The bot formats by entities only; a mark-up language would be a second way for article text to go wrong.
  if (textParam(params, "parse_mode")) throw badRequest("unsupported parse_mode");
  const { text, entities } = formatText(textParam(params, "text") ?? "", entitiesParam(params, "entities"));
  return entities.length > 0 ? { text, entities: [...entities] } : { text };
}

function extrasOf(params: Params) {
  return {
    reply_markup: readKeyboard(params),
    link_preview_options: objectParam(params, "link_preview_options") as Message["link_preview_options"],
  };
}

function replyOf(chat: Conversation, params: Params): Partial<Message> {
  const reply = objectParam(params, "reply_parameters");
  const id = reply ? numberParam(reply, "message_id") : undefined;
  if (!reply || id === undefined) return {};
  const target = chat.asReplied(id);
  if (!target && flagParam(reply, "allow_sending_without_reply")) return {};
  if (!target) throw badRequest("message to be replied not found");
  const quote = textParam(reply, "quote");
  if (!quote) return { reply_to_message: target };
  const position = (target.text ?? target.caption ?? "").indexOf(quote);
  if (position < 0) throw badRequest("message quote not found");
  return { reply_to_message: target, quote: { text: quote, position, is_manual: true } };
}

/** Without the parts that are not there. */
function present<T extends object>(parts: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
}
