/** What people say to a bot that asks for nothing in the coverage, in English and Russian. */
const phrases =
  /^[^\p{L}\p{N}]*(?:(?:hello|hi|hey|hiya|greetings|good (?:morning|afternoon|evening|night|day)|thanks?(?: you)?(?: (?:so|very) much| a lot)?|thx|ty|cheers|ok(?:ay)?|great|cool|nice|bye|goodbye|see you|please|test|yes|no|who are you|what are you|how are you|what can you do|help(?: me)?|привет|здравствуй(?:те)?|добр(?:ый|ое|ой) (?:день|утро|вечер|ночи)|спасибо(?: большое)?|благодарю|пока|до свидания|ок|хорошо|да|нет|кто ты|что ты умеешь|как дела|помощь)(?:\s+(?:there|bot|all|everyone|бот|всем))?)[^\p{L}\p{N}]*$/iu;

/** Whether a message is a greeting, a thanks or a question about the bot itself, and nothing else. */
export function isSmallTalk(text: string): boolean {
  return text.length <= 80 && phrases.test(text);
}

/** By what people point to other words and ask whether they are right. */
const checking =
  /^[^\p{L}\p{N}]*(?:(?:please |can you )?(?:fact[- ]?)?check(?: (?:this|that|it))?(?: please)?|(?:is|was) (?:this|that|it)(?: quote)? (?:true|right|correct|real|so)|true or false|true|real|really|verify(?: (?:this|that|it))?|(?:это )?(?:правда|верно|точно|так)(?: ли)?(?: это)?|правда ли это|проверь(?:те)?(?: (?:это|пожалуйста))?|проверить)[^\p{L}\p{N}]*$/iu;

/** Whether a message asks to check what it points to, and says nothing else. */
export function asksToCheck(text: string): boolean {
  return text.length <= 80 && checking.test(text);
}
