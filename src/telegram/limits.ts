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
/** Caption of a photo or document: "0-1024 characters after entities parsing". */
export const captionCharacters = 1_024;
/**
 * sendPhoto: width and height together "must not exceed 10000", their ratio at most 20. Telegram shrinks photos to 1,280 pixels on the longer
 * side; one of 1,080 that is higher than this would come out with letters too small to read and is sent as a file instead.
 */
export const photoHeight = 1_700;
/** InlineQuery.query: "up to 256 characters"; a button that shares a question fills it in. */
export const sharedQuestion = 256;
/** Deep linking (core.telegram.org/bots/features#deep-linking): "up to 64 characters" of A-Z a-z 0-9 _ -; InlineQueryResultsButton.start_parameter likewise. */
export const startParameterCharacters = 64;
/** CopyTextButton.text: "1-256 characters". */
export const copyCharacters = 256;
/** answerInlineQuery: "No more than 50 results per query are allowed"; these fill a telephone's screen a few times. */
export const inlineResults = 10;
/** InlineQueryResultArticle.id: "1-64 bytes". */
export const resultIdBytes = 64;
