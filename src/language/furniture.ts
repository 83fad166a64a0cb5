/*
 * Phrases by which a line of page text is known as furniture, in English and Russian. Each pattern is tried on one
 * whole line. What they find is reported with the line, never dropped silently (`dropped` of a draft).
 */

const any =
  (...patterns: RegExp[]) =>
  (line: string) =>
    patterns.some((p) => p.test(line));

/**
 * Words that head a label as well as a sentence ("Terms of use", "Terms of the deal were not disclosed.") count only where
 * the line is no statement.
 */
const labels =
  (...patterns: RegExp[]) =>
  (line: string) =>
    !isStatement(line) && patterns.some((p) => p.test(line));

const isStatement = (line: string) => /[.…]["'”’»)\]]*$/u.test(line) && line.trim().split(/\s+/).length >= 5;

/** Pointers to other stories: they carry other articles' headlines, which must never be quoted as this one's text. */
export function isRelatedLink(line: string): boolean {
  return pointsElsewhere(line) || headsOtherStories(line);
}

const pointsElsewhere = any(
  /^(?:also (?:on|in)(?= \S+\.[a-z]{2,}\b|\b[^.]{0,30}:)|also read|also see|see also|read also|read more|read next|more on this|more:|you (?:may|might) (?:also )?like|don['’]t miss|watch(?: also| more| now)?:|listen:|in pictures:|(?:related|recommended|trending|most (?:read|popular|viewed))\b[^.:]{0,20}:)/i,
  /^(?:read|see|watch) (?:the )?(?:full|more|also|here|next)\b/i,
  /^(?:читайте также|читать также|читайте ещ[её]|см\. также|смотрите также|смотреть также|подробнее\s*[:—–-]|(?:ещ[её] )?по теме\s*:|вам может быть интересно)/i,
);

const headsOtherStories = labels(
  /^(?:also on|more on|related(?: (?:stories|story|articles|news|topics|content))?|recommended|up next|most (?:read|popular|viewed)|trending|top stories|more (?:from|stories|news)|further reading)\b/i,
  /^(?:по теме|материалы по теме|ещ[её] по теме|другие новости|похожие материалы|рекомендуем|популярное|главное за)/i,
);

/** Sharing, log-in, comments, subscriptions, players, navigation, legal lines. */
export function isPageControl(line: string): boolean {
  return addressesReader(line) || namesPagePart(line);
}

const addressesReader = any(
  /^(?:like (?:this|the) (?:story|article)\b|if you (?:like|liked|enjoyed) this\b|share (?:this|it|on|via|article|with)\b|share$|follow us\b|connect with us|join (?:us|our)\b|find us on|tweet$|print(?: this)?$|email(?: this)?$|copy link|save(?: article)?$|bookmark(?: this)?$)/i,
  /^(?:you must be logged in|log ?in\b|sign (?:in|up)\b|register (?:now|to)|already (?:a (?:member|subscriber)|have an account)\?|forgot (?:your )?password|leave a (?:reply|comment)|click to comment|post a comment|add (?:a )?comment|\d+ comments?$|comments?(?: \(\d+\))?$|view comments|show comments|your email address|notify me)/i,
  /^(?:continue reading|story continues|article continues|scroll (?:down|to)|click here|tap here|load more|show more|see more|back to (?:top|home)|skip to|menu$|search$|home$|google news$|get the app|download (?:the|our) app|open in app|remind me later|no thanks|maybe later|close$|dismiss$|accept(?: all)?(?: cookies)?$|we use cookies|this (?:site|website) uses cookies|by (?:continuing|using|clicking|signing up|subscribing|submitting|entering|providing|registering)\b.{0,80}\b(?:agree|accept|consent)|podcasts?$|live$|video$|audio$|photos?$|gallery$|subscribe\b|tags?:|topics?:|filed under:|categor(?:y|ies):|(?:please )?enable javascript)/i,
  /^(?:поделитесь|подписаться|подписывайтесь|подпишитесь|зарегистрируйтесь|авторизуйтесь|оставить комментарий|добавить комментарий|на правах рекламы|продолжение ниже|читать далее|показать ещ[её]|загрузить ещ[её]|наверх$|теги\s*:|рубрика\s*:|распечатать|скопировать ссылку|мы используем (?:cookie|куки|файлы)|понравилась статья|нашли ошибку|если вы нашли|следите за (?:наш|нами|новостями)|наш канал|подкасты?$|видео$|фото$)/i,
  /^(?:think your friends would|dear (?:readers?|users?|visitors?)\b.{0,200}\b(?:comments?|content|site)\b|comments? (?:are|is|on this)\b.{0,60}(?:moderated|closed|disabled|\.\.\.|…)|we(?:['’]ve| have)? sent (?:a|an|you)\b.{0,40}\be-?mail|(?:please )?check your (?:e-?mail|inbox)|not ready to (?:support|donate|subscribe)|like loading|this entry was posted|if you (?:buy|purchase|click)\b.{0,60}\b(?:link|commission)|this (?:site|form) is protected by|(?:all|most|market|some) (?:stock )?(?:quotes?|data)\b.{0,40}\b(?:delayed|provided)\b|(?:follow|find|read|see) .{0,80}\bhttps?:\/\/\S+$|comment\s*:\s*(?:for more|see)\b|comment on this\b)/i,
  /\b(?:we|our|you|your|this (?:web)?site)\b.{0,200}\bcookies?\b|\bcookies?\b.{0,200}\b(?:our|your|this) (?:web)?(?:site|experience|preferences|browser|settings)\b|\b(?:you can|to|may) unsubscribe\b|\bactivation link\b|\bour (?:privacy|cookie) policy\b|\b(?:material|content)s? on this (?:web)?site may not be\b|\b(?:community|comment) (?:rules|guidelines) apply\b/i,
  /^(?:are|do|did|have|would|want|need|looking)\b[^"“«?]{3,120}\? (?:participate|take part|try|e-?mail|contact|sign|join|tell|get|click|find|learn|subscribe|we['’](?:d|re)|let us)\b/i,
  /^(?:get|catch|discover|explore|unlock|enjoy|stay)\b[^"“«]{0,200}(?:\bnow!|\blatest (?:news|updates)\b|\btop headlines\b|\bexclusively on\b)/i,
  /^privacy notice\b|\blicensed under a creative commons\b|\bnot covered by the creative commons\b|\bgoogle recaptcha\b/i,
  /\b(?:is|are) not responsible for (?:the )?content\b|\bbookmark the permalink\b|\btax[- ]deductible\b.{0,60}\b(?:gift|donation|contribution)|\bshare this (?:story|article|post)!?$/i,
  /^(?:что думаешь|оцени(?:те)?(?!\p{L})|больше (?:интересного|новостей|видео) .{0,60}(?:наш|читайте|смотрите)|подпишись|обратная связь|сообщить об ошибке|если (?:вы|ты) (?:стали|стал|хотите|заметили|увидели)|есть (?:новость|что рассказать)\?|понравил(?:ся|ось|ась) (?:материал|статья|текст)|помогите сайту|присылайте|пишите нам|обсуждения$|реклама\s*:|картина дня$|вся лента$|последние новости$|новости партн[её]ров|\d{1,2}\+$)/iu,
  /(?:настоящий материал|данное сообщение)\s*\(?.{0,60}(?:иностранн|произвед)|сетевое издание .{0,80}зарегистрир|свидетельство о регистрации|регистрационный номер.{0,20}эл|эл\.? ?№ ?фс|выделите (?:е[её]|его|фрагмент|текст).{0,60}нажмите/iu,
  /\ball rights reserved\b|все права защищены|^(?:copyright|©|\(c\)|ⓒ)(?: ?(?:©|\(c\)))? ?\d{4}/iu,
  /^(?:\d{1,2}:)?\d{1,2}:\d{2}$/,
  /^[^\p{L}]*$/u,
);

const namesPagePart = labels(
  /^(?:already (?:a|have)|advertisement|advertising|sponsored|promoted|not now|privacy policy|terms (?:of|and)|copyright|newsletter|filed under|more in|go to|loading|please wait|javascript)\b/i,
  /^(?:поделиться|войти|вход|регистрация|комментарии|комментировать|реклама|меню|поиск|главная|рубрика|политика конфиденциальности)(?![\p{L}])/iu,
);

/** Openings of an outlet's own appeal to its readers. */
export const opensAppeal = any(
  /^(?:a|an important|an urgent|a personal|a special)?\s*(?:message|note|word|letter|appeal) (?:from|to our)\b.{0,60}$/i,
  /^dear (?:readers?|friends?|supporters?|subscribers?)\b.{0,40}$/i,
  /^(?:support|help|donate|become a (?:member|supporter|patron))\b.{0,60}$/i,
  /^(?:обращение|письмо) (?:редакции|к читателям)|^дорогие (?:читатели|друзья)|^поддержите\b|^помогите нам/i,
);

/** Words of an appeal; they count only in a line that speaks as the outlet or to the reader, outside quotation marks. */
export const appealWord =
  /\b(?:donat\w+|contribut\w+|support(?:ing|ers?)?|subscri\w+|newsletter|membership|readers?|journalism|journalists|reporting|independent|monthly|fund(?:ed|ing|raiser)?|help)\b|пожертв\p{L}+|поддерж\p{L}+|подпис\p{L}+|журналист\p{L}*|независим\p{L}+|читател\p{L}+|редакци\p{L}+/iu;

/** The outlet's own voice, or an address to the reader. */
export const outletVoice =
  /\b(?:we|we['’](?:re|ve|ll)|our|ours|us|you|you['’](?:re|ve|ll)|your)\b|(?:^|[^\p{L}])(?:мы|наш\p{L}*|нас|нам|нами|вы|ваш\p{L}*|вас|вам|вами)(?![\p{L}])/iu;

/** A line that names who made a photograph. */
export const isPhotoCredit = any(
  // With a year it is the page's own line of rights.
  /^(?:©|\(c\)|ⓒ)(?! ?\d{4})(?!.*(?:all rights reserved|все права защищены))/iu,
  /^(?:photo|photos|image|images|picture|illustration|graphic|фото|фотография|иллюстрация|изображение)(?:\s+(?:by|credit|courtesy|from))?(?:\s*[:©/|]|\s+[-–—]\s)/i,
  /^[\p{Lu}][\p{L}\s.'’&-]{1,60}\s*\/\s*[\p{L}\s.'’&/-]{2,60}(?:\s+via\s+[\p{L}\s]{2,30})?$/u,
  /^.{0,80}\b(?:via (?:reuters|getty|ap)|getty images|afp|ap photo|reuters|epa|shutterstock|tass|ria novosti|sputnik)\s*$/iu,
);

/** The words of a photograph's caption: what is seen, in the present tense, or said to be a picture. */
export const captionCue =
  /\b(?:file (?:photo|picture|image)|(?:is|are) (?:seen|pictured|shown|photographed)|pictured|(?:stands?|sits?|walks?|speaks?|attends?|gestures?|poses?|looks?|waves?|arrives?|listens?|shakes?|shake|holds?|delivers?|addresses|chairs|meets?|smiles?|reacts?|takes? part|gather|protest|march|line up) (?:during|at|on|in|as|with|after|before|to|by|near|outside|next|for|from|hands|a|his|her|their|the)\b)|\((?:l|r|c|left|right|cent(?:er|re)|file|archive)\)|архивное фото|на (?:фото|снимке)/iu;

/** A line that names the writer: names in capital letters, so that "By Monday evening, …" is none. */
export const byline =
  /^(?:[Bb]y|BY|[Tt]ext by|[Ww]ritten by|[Aa]uthor:|[Аа]втор:|[Тт]екст:)\s+(\p{Lu}[\p{L}.'’-]+(?:\s+(?:and|&|и|,|\p{Lu}[\p{L}.'’-]*))*(?:,\s*.{2,60})?)$/u;

/** A line that says of itself that it explains a picture. */
export const opensCaption =
  /^(?:file photo|file image|file picture|file\s*[:–—-]|(?:photo|image|picture) caption|image source|in this (?:file |undated |handout |combination )?(?:photo|picture|image)\b|pictured\s*:|(?:representational|representative|illustrative|stock|file) (?:image|photo|picture|pic)|illustration photo|архивное фото|иллюстративное фото|фото из архива)/i;

/** A picture's subject and what it is seen doing, in the present tense: news tells of people in the past tense. */
export const showsScene =
  /^(?:(?:(?:a|an|two|three|several|some|riot|russian|the|local)\s)*(?:police(?: officers?| officer)?|officers?|people|protest[eo]rs?|demonstrators?|activists?|supporters?|participants?|pedestrians?|m[ae]n|wom[ae]n|person|journalists?|reporters?|soldiers?|servicem[ae]n|workers?|visitors?|users?|residents?|law enforcement officers)) (?:(?:\p{Ll}+ ){0,4})?(?:detains?|walk(?:s)?|holds?|carr(?:y|ies)|stands?|sits?|escorts?|clash(?:es)?|wears?|uses?|looks?|waits?|pass(?:es)?|displays?|gathers?|attends?|takes? part|takes? (?:a )?(?:photos?|pictures?|selfies?)|waves?|chants?|shouts?|marches|march|rides?|speaks?|poses?|queues?|lines? up|types?|browses|checks?|reacts?)\b/iu;

/** The name of a thing for a sentence: what a picture shows, with a full stop. */
export const namesThing =
  /^(?:the|a|an)? ?(?:[\p{L}’'-]+ ){0,4}(?:logos?|flags?|headquarters|building|tower|icons?|screen|signs?|illustration)(?: (?:in|of|on|at|seen)\b[^,;]{0,50})?\.$/iu;

/** Heads the comments of readers; what follows is theirs. */
export const headsComments = any(
  /^(?:reader(?:s['’]|['’]s)? comments|\d+ (?:thoughts?|responses?|replies) (?:on|to)\b.{0,150}|leave a (?:reply|comment)|(?:post|add|write) a comment|join the (?:conversation|discussion)|комментарии читателей|оставить комментарий|добавить комментарий)\s*[:.…]*$/i,
);

/** Words of a single comment's frame. */
export const framesComment = any(
  /^(?:reply|report|ответить|пожаловаться)$/i,
  /^.{1,40} (?:says|пишет|написал[а]?)\s*:$/iu,
);

/** A count of comments: a button above the text, or what heads them below it. */
export const countsComments = any(
  /^(?:comments?|комментари(?:и|ев|й))(?: ?\(?\d+\)?)?$|^\d+ (?:comments?|комментари(?:й|я|ев))$/iu,
);

/** Opens what follows an article on its page: subjects, the site's other stories, its newsletter, its writers. */
export const opensTail = any(
  /^(?:related (?:topics|tags|internet links|links|stories|articles|news|content)|more on this story|explore (?:more|further)|show more(?: stories)?|about the (?:authors?|writer)|about us|more (?:in|from) .{2,30}|post navigation|top stories|trending(?: now)?|most (?:read|popular|viewed|shared)|read more about\b.{0,80}|topics?:.{0,100}|tags?:.{0,200}|region \/ country|recommended(?: for you)?|latest (?:news|stories)|also in .{2,30}|you (?:may|might) (?:also )?(?:like|be interested in)|share this|reader comments|daily digest|sign up for\b.{0,60}newsletters?|get (?:.{0,40} )?updates\b.{0,60}|support our (?:work|journalism)|our authors|(?:explore )?more on these topics|explore more on.{0,30}|reuse this content|popular(?: now)?|up next|follow us\b.{0,30})\s*:?$/i,
  /^(?:рекомендуем|другие новости|последние новости|новости партн[её]ров|картина дня|вся лента|главное за.{0,20}|самое (?:читаемое|популярное|важное)|популярное|теги:?.{0,100}|сообщить об ошибке|обсуждения|поделиться|смотрите также|ещ[её] на сайте|вам может быть интересно)\s*:?$/iu,
);

/** Who the writer is: a person's name and the trade in the present tense. */
export const tellsOfWriter =
  /^\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]*){1,3} (?:(?:is|are|was) (?:an?|the|our) (?:[\p{L}’'-]+[ ,]+){0,4}(?:reporters?|correspondents?|editors?|writers?|columnists?|journalists?|producers?|contributors?|analysts?|fellows?|bloggers?|authors?|professors?|researchers?|lecturers?)\b|covers\b[^"“«]{3,80}\bfor [\p{Lu}]|(?:reports on|writes about)\b)/u;

/** Two headlines in one line, the first of them in quotation marks. */
export const isQuotedHeadline = /^[«“"‘][^«»“”"]{3,100}[^.!?…,»”"’][»”"’] \p{Lu}[^.]*[^.,!…:]$/u;
