/*
 * Telegram's limits, each with its source: https://core.telegram.org/bots/api (Bot API 10.1) unless said otherwise. Lengths are
 * counted in UTF-16 code units, which is never less than what Telegram counts.
 */

/** sendMessage and editMessageText: "1-4096 characters after entities parsing". */
export const messageCharacters = 4_096;
/** More entities are ignored in silence (found by experiment: python-telegram-bot, `MessageLimit.MESSAGE_ENTITIES`). */
export const messageEntities = 100;
/** InlineKeyboardButton.callback_data: "1-64 bytes". */
export const callbackBytes = 64;
/** answerCallbackQuery.text: "0-200 characters". */
export const callbackAnswerCharacters = 200;
/** BotCommand.description: "1-256 characters". */
export const commandDescriptionCharacters = 256;
/** setMyDescription: "0-512 characters". */
export const descriptionCharacters = 512;
/** setMyShortDescription: "0-120 characters". */
export const shortDescriptionCharacters = 120;
/** A row of buttons stays readable on a phone with this many. */
export const buttonsInRow = 3;
