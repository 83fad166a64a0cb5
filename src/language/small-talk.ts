/** What people say to a bot that asks for nothing in the coverage, in English and Russian. */
const phrases =
  /^[^\p{L}\p{N}]*(?:(?:hello|hi|hey|hiya|greetings|good (?:morning|afternoon|evening|night|day)|thanks?(?: you)?(?: (?:so|very) much| a lot)?|thx|ty|cheers|ok(?:ay)?|great|cool|nice|bye|goodbye|see you|please|test|yes|no|who are you|what are you|how are you|what can you do|help(?: me)?|привет|здравствуй(?:те)?|добр(?:ый|ое|ой) (?:день|утро|вечер|ночи)|спасибо(?: большое)?|благодарю|пока|до свидания|ок|хорошо|да|нет|кто ты|что ты умеешь|как дела|помощь)(?:\s+(?:there|bot|all|everyone|бот|всем))?)[^\p{L}\p{N}]*$/iu;

/** Whether a message is a greeting, a thanks or a question about the bot itself, and nothing else. */
export function isSmallTalk(text: string): boolean {
  return text.length <= 80 && phrases.test(text);
}
