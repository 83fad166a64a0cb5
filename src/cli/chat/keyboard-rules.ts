import type { InlineKeyboardButton, InlineKeyboardMarkup } from "grammy/types";
import { linkProblem } from "./link-rules.ts";
import { objectParam, objectsParam, type Params, textParam } from "./params.ts";
import { badRequest, silentLoss } from "./refusal.ts";

/** Bot API, InlineKeyboardButton: "callback_data 1-64 bytes"; CopyTextButton: "1-256 characters". */
const DATA_BYTES = 64;
const COPY_CHARACTERS = 256;
/** Telegram keeps this many buttons at most (found by experiment: python-telegram-bot's constants). */
const MOST_BUTTONS = 100;

const actions =
  "url callback_data web_app login_url switch_inline_query switch_inline_query_current_chat switch_inline_query_chosen_chat copy_text callback_game pay".split(
    " ",
  );

/**
 * The buttons under a message, `undefined` for none. A keyboard in place of the person's own is taken and not shown.
 * @throws Refusal when Telegram would not take a button; codes in capitals are those of its core servers.
 */
export function readKeyboard(params: Params): InlineKeyboardMarkup | undefined {
  const markup = objectParam(params, "reply_markup");
  const rows = markup?.["inline_keyboard"];
  if (rows === undefined) return undefined;
  if (!Array.isArray(rows)) throw badRequest("inline keyboard must be an array of rows");
  const buttons = rows.map((_, i) => objectsParam(rows as unknown as Params, String(i)) ?? []);
  for (const button of buttons.flat()) checkButton(button);
  const count = buttons.flat().length;
  if (count > MOST_BUTTONS) throw silentLoss(`keep ${MOST_BUTTONS} of ${count} buttons`);
  return count > 0 ? { inline_keyboard: buttons as unknown as InlineKeyboardButton[][] } : undefined;
}

function checkButton(button: Params): void {
  if (!textParam(button, "text")) throw badRequest("inline keyboard button text must be non-empty");
  const given = actions.filter((action) => button[action] !== undefined);
  if (given.length === 0) {
    throw badRequest("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard");
  }
  if (given.length > 1) throw silentLoss(`use one of a button's ${given.join(", ")}`);
  const url = textParam(button, "url");
  const problem = url === undefined ? null : linkProblem(url);
  if (problem) throw badRequest(`inline keyboard button URL '${url}' is invalid: ${problem}`);
  const data = textParam(button, "callback_data");
  if (data !== undefined && (data === "" || Buffer.byteLength(data) > DATA_BYTES))
    throw badRequest("BUTTON_DATA_INVALID");
  const copied = objectParam(button, "copy_text");
  const length = copied ? (textParam(copied, "text") ?? "").length : 1;
  if (length < 1 || length > COPY_CHARACTERS) throw badRequest("BUTTON_COPY_TEXT_INVALID");
}
