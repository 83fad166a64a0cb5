/** Words by which a sentence denies what it speaks of, or says that it has not come to pass. */
const denial =
  /(?<!\p{L})(?:no (?:such|plans?|intention)|not (?:going|planning|want|banned|blocked|be)|never|refrained|refused to|rejected|denied|denies|ruled? out|ruling out|dismissed|said nothing|declined|without|did(?: not|n['’]t)|do(?: not|n['’]t)|does(?: not|n['’]t)|will not|won['’]t|would not|wouldn['’]t|has not|hasn['’]t|have not|haven['’]t|is not|isn['’]t|are not|aren['’]t|was not|wasn['’]t|were not|weren['’]t|yet to|не (?:планиру\p{L}*|собира\p{L}*|намерен\p{L}*|буд\p{L}*|хо[чт]\p{L}*|ста[лн]\p{L}*|был\p{L}*)|отверг\p{L}*|отрица\p{L}*|опроверг\p{L}*|исключил\p{L}*|отказал\p{L}*|воздержал\p{L}*|никогда|нет планов)(?!\p{L})/iu;

/** Whether a sentence denies something: it may answer a question that takes it for granted. */
export const isDenial = (text: string): boolean => denial.test(text);
