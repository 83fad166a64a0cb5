/*
 * Words that only ask for what there is to tell, folded: "What events took place …?", «Что нового …?».
 */
const words = new Set(
  `happen happens happened happening event events occur occurred news new took take taking place going on report reports reported write wrote written cover covered
  день дня произошло происходит происходило случилось случалось событие события событий событиях новости новостей нового новое новый было были была есть сообщает сообщало сообщали
  пишет пишут писал писала писали год года году месяц месяца месяце`.split(/\s+/),
);

/** Whether a folded word of a question asks for what happened and names nothing. */
export function asksWhatHappened(word: string): boolean {
  return words.has(word);
}
