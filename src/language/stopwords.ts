import { stem } from "./words.ts";

/** Words that carry no meaning for finding; they are left out of questions only, so that phrases can still be found whole. */
const lists = {
  en: `a about above after again against all also am an and any are aren't as at be because been before being below between both but by can can't
    cannot could couldn't did didn't do does doesn't doing don't down during each few for from further had hadn't has hasn't have haven't having he
    he'd he'll he's her here here's hers herself him himself his how how's i i'd i'll i'm i've if in into is isn't it it's its itself let's me more
    most mustn't my myself no nor not of off on once only or other ought our ours ourselves out over own same shan't she she'd she'll she's should
    shouldn't so some such than that that's the their theirs them themselves then there there's these they they'd they'll they're they've this those
    through to too under until up very was wasn't we we'd we'll we're we've were weren't what what's when when's where where's which while who who's
    whom whose why why's will with won't would wouldn't you you'd you'll you're you've your yours yourself yourselves much many did does tell say
    said says show please article articles coverage according happen happened give know us may might must shall upon ever just one else`,
  ru: `и в во не что он на я с со как а то все она так его но да ты к у же вы за бы по только ее мне было вот от меня еще нет о об из ему теперь когда
    даже ну вдруг ли если уже или ни быть был него до вас нибудь опять уж вам ведь там потом себя ничего ей может они тут где есть надо ней для мы
    тебя их чем была сам чтоб без будто чего раз тоже себе под будет ж тогда кто этот того потому этого какой совсем ним здесь этом один почти мой
    тем чтобы нее сейчас были куда зачем всех никогда можно при наконец два другой хоть после над больше тот через эти нас про всего них какая много
    разве три эту моя впрочем хорошо свою этой перед иногда лучше чуть том нельзя такой им более всегда конечно всю между это сколько почему какие
    какое каков какова каково каковы каким составил составила составило составили составляет составляют случилось какого скажи скажите сказал сказала сказали говорит сообщил статья статьи была быть которые который которая которое которую которой которых которым какую каких каким
    какими какому каком чего кого кому кем чему чей чья чьи чье свой своя свои своих своей своем такое такая такие те та то эта ли же бы`,
};

const stopTerms = new Set(
  Object.values(lists).flatMap((list) => list.split(/\s+/).map((word) => stem(word.replace(/ё/g, "е")))),
);
const stopWords = new Set(Object.values(lists).flatMap((list) => list.split(/\s+/)));

/** Whether a term of a question carries no meaning for finding. */
export function isStopWord(term: { term: string; word: string }): boolean {
  return stopWords.has(term.word) || (stopTerms.has(term.term) && term.word.length <= 4);
}
