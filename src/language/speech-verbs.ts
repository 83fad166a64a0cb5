/*
 * Verbs of saying. `say`: little else can be their object than words (said, told, replied); `claim`: they take words
 * or a clause (argued, insisted, predicted); `act`: they often stand with quoted words and often without (called,
 * criticized, praised); `mind`: thinking and feeling (believes, hopes); `go`: they carry on (continued, went on).
 */
export type SpeechClass = "say" | "claim" | "act" | "mind" | "go";

const english: Record<SpeechClass, string> = {
  say: `say tell add reply respond answer ask tweet write retweet remark quip joke shout yell exclaim whisper mutter recount explain recall testify
    demur echo gush crow thunder bellow marvel
    state announce declare comment post text email message intone deadpan snap retort interject chime blog mumble murmur utter opine
    reiterate repeat proclaim pronounce`,
  claim: `argue insist claim warn note acknowledge admit concede confess boast brag suggest stress emphasize emphasise contend assert maintain predict
    observe complain lament allege vow pledge promise swear urge caution counter rebut confirm deny affirm contest advise assure inform report conclude
    reveal disclose estimate point reason muse speculate wonder inquire demand object protest quote cite read imply hint signal advocate profess
    clarify elaborate theorize bemoan gripe grumble plead implore beg exhort`,
  act: `call describe characterize characterise label dub brand denounce decry condemn criticize criticise slam blast rip hammer attack accuse blame mock ridicule
    praise hail tout applaud commend welcome defend dismiss reject refer compare depict portray deride bash assail chide scold rebuke lambaste
    threaten encourage cite deem term pan laud trumpet bill caption title name discuss address speak talk mention highlight outline detail thank
    congratulate endorse offer cry scream chant sing recite preach lecture joke sneer scoff laugh smile nod sigh shrug`,
  mind: `think believe feel hope fear worry expect know see consider view regard agree disagree doubt suspect regret like love want hear understand decide find
    realize remember`,
  go: `continue begin start finish end conclude go proceed open close interrupt`,
};

const irregular: Record<string, string> = {
  said: "say",
  says: "say",
  told: "tell",
  replied: "reply",
  replies: "reply",
  testified: "testify",
  testifies: "testify",
  denied: "deny",
  denies: "deny",
  wrote: "write",
  writes: "write",
  written: "write",
  swore: "swear",
  sworn: "swear",
  thought: "think",
  felt: "feel",
  knew: "know",
  saw: "see",
  seen: "see",
  heard: "hear",
  understood: "understand",
  found: "find",
  began: "begin",
  begun: "begin",
  went: "go",
  goes: "go",
  gone: "go",
  going: "go",
  spoke: "speak",
  spoken: "speak",
  sang: "sing",
  begging: "beg",
  begged: "beg",
  ripped: "rip",
  admitted: "admit",
  admitting: "admit",
  bragged: "brag",
  bragging: "brag",
  quipped: "quip",
  quipping: "quip",
  snapped: "snap",
  snapping: "snap",
  slammed: "slam",
  slamming: "slam",
  dubbed: "dub",
  dubbing: "dub",
  referred: "refer",
  referring: "refer",
  blogged: "blog",
  panned: "pan",
  panning: "pan",
  implied: "imply",
  implies: "imply",
  clarified: "clarify",
  cried: "cry",
  cries: "cry",
  worried: "worry",
  worries: "worry",
  read: "read",
  put: "put",
  puts: "put",
  putting: "put",
  emphasized: "emphasize",
  saying: "say",
  quizzed: "ask",
  decried: "decry",
  decries: "decry",
  intoned: "intone",
  labelled: "label",
  labelling: "label",
  signalled: "signal",
  retorted: "retort",
  beginning: "begin",
  hinted: "hint",
  unloaded: "attack",
  doubled: "repeat",
  tweeted: "tweet",
  retweeted: "retweet",
  "re-tweeted": "retweet",
  opining: "opine",
  noting: "note",
  mused: "muse",
  issued: "issue",
  issues: "issue",
  issuing: "issue",
  released: "release",
  releasing: "release",
};

const russian: Record<SpeechClass, string> = {
  say: `сказал говорил говорит ответил отвечает спросил спрашивает добавил добавляет сообщил сообщает заявил заявляет написал пишет рассказал рассказывает
    пояснил поясняет объяснил объясняет отметил отмечает подчеркнул подчеркивает воскликнул произнес повторил прокомментировал объявил уточнил уточняет`,
  claim: `утверждал утверждает считает полагает признал признает предупредил предупреждает предложил пообещал обещал призвал призывает напомнил напоминает указал
    указывает настаивает подтвердил опроверг предположил заверил возразил констатировал резюмировал заключил потребовал цитирует процитировал выразил
    посетовал пожаловался поделился`,
  act: `назвал называет охарактеризовал осудил раскритиковал обвинил похвалил поблагодарил отверг поздравил пошутил описал`,
  mind: `думает думал верит надеется уверен убежден`,
  go: `продолжил продолжает начал закончил`,
};

/**
 * German verbs as stems of regular verbs (sag: sagt, sagte, sagten, sagen, sagend, gesagt) and, after the bar, as the forms
 * of the others.
 */
const german: Record<SpeechClass, string> = {
  say: `sag antwort frag ergänz bericht erzähl äußer verkünd formulier kommentier twitter wiederhol entgegn erwider zitier
    | sprach sprachen spricht sprechen gesprochen schrieb schrieben schreibt schreiben geschrieben rief riefen ruft gerufen fügte fügten fügt hinzugefügt
    teilte teilten teilt mitgeteilt hieß heißt geheißen lautet lautete`,
  claim: `erklär beton warn forder behaupt versicher erläuter vermut bekräftig bestätig bemängel beklag klag mahn argumentier begründ kritisier droh bemerk
    bilanzier resümier folger beteuer plädier appellier befürcht verlang urteil wert schätz kündig stell mutmaß spekulier
    | meint meinte meinten gemeint räumte räumten räumt eingeräumt wies wiesen weist verwies verwiesen verweist gab gaben gibt angegeben bestritt bestritten
    bestreitet gestand gestanden gesteht bekannte bekennt unterstrich unterstreicht hob hoben hebt beschwor riet rät hielt hielten hält vertrat vertritt
    vertreten versprach verspricht versprochen befand widersprach widerspricht`,
  act: `charakterisier lob tadel verurteil begrüß verteidig beschimpf würdig bezeichn
    | nannte nannten nennt genannt beschrieb beschrieben beschreibt warf warfen wirft vorgeworfen skandierte skandierten`,
  mind: `glaub hoff
    | sieht sah sahen sehen dachte denkt fand findet`,
  go: ``,
};

export interface SpeechVerb {
  readonly lemma: string;
  readonly kind: SpeechClass;
  /** "saying", "adding": it leans on the subject of another verb. */
  readonly participle: boolean;
  /** "say", "argue": after "they", a plural, "would"; elsewhere it may be a noun. */
  readonly base: boolean;
}

const table = new Map<string, SpeechVerb>();

function add(form: string, lemma: string, kind: SpeechClass, participle = false, base = false): void {
  if (!table.has(form)) table.set(form, { lemma, kind, participle, base });
}

for (const [kind, list] of Object.entries(english) as [SpeechClass, string][]) {
  for (const lemma of list.split(/\s+/)) {
    const stem = lemma.endsWith("e") ? lemma.slice(0, -1) : lemma;
    add(`${stem}ed`, lemma, kind);
    add(`${stem}ing`, lemma, kind, true);
    add(/(?:s|sh|ch|x|z)$/.test(lemma) ? `${lemma}es` : `${lemma}s`, lemma, kind);
    add(lemma, lemma, kind, false, true);
  }
}
for (const [form, lemma] of Object.entries(irregular)) {
  table.set(form, { lemma, kind: table.get(lemma)?.kind ?? "act", participle: form.endsWith("ing"), base: false });
}
for (const [kind, list] of Object.entries(russian) as [SpeechClass, string][]) {
  for (const form of list.split(/\s+/)) {
    if (!form) continue;
    add(form, form, kind);
    if (!/л$/.test(form)) continue;
    for (const ending of ["а", "и", "о"]) add(form + ending, form, kind);
    add(`${form.slice(0, -1)}в`, form, kind, true);
  }
}
for (const [kind, list] of Object.entries(german) as [SpeechClass, string][]) {
  const [stems = "", forms = ""] = list.split("|");
  for (const stem of stems.split(/\s+/).filter(Boolean)) {
    const joint = /(?:t|d|chn|gn)$/.test(stem) ? "e" : "";
    const lemma = `${stem}en`;
    for (const ending of ["t", "te", "ten"]) add(`${stem}${joint}${ending}`, lemma, kind);
    for (const ending of ["en", "end"]) add(`${stem}${ending}`, lemma, kind);
    if (!/^(?:be|er|ver|ent|zer)|ier$/.test(stem)) add(`ge${stem}${joint}t`, lemma, kind);
  }
  for (const form of forms.split(/\s+/).filter(Boolean)) add(form, form, kind);
}
for (const form of ["добавляя", "подчеркивая", "отмечая", "говоря", "утверждая", "поясняя", "указывая", "называя"])
  add(form, form, "say", true);

/** The verb of saying that a word (in lower case) is a form of, if it is one. */
export function speechVerb(word: string): SpeechVerb | undefined {
  return table.get(word.replaceAll("ё", "е"));
}

/** Phrases that name a source without a verb: what follows is the speaker. */
export const sourcePhrases: readonly (readonly string[])[] = [
  ["according", "to"],
  ["in", "the", "words", "of"],
  ["as", "per"],
  ["по", "словам"],
  ["по", "мнению"],
  ["по", "данным"],
  ["говорится", "в"],
  ["сообщается", "в"],
  ["отмечается", "в"],
  ["подчеркивается", "в"],
  ["указано", "в"],
  ["laut"],
  ["nach", "angaben"],
  ["nach", "worten"],
  ["nach", "ansicht"],
  ["nach", "meinung"],
];

/** Forms by which German tells what somebody else said (the present subjunctive): "er sei", "sie habe". */
export const reportedForms = new Set(
  `sei seien habe werde würde würden könne müsse dürfe solle wolle möge gebe komme stehe gehe bleibe lasse wisse brauche nehme sehe liege mache halte führe
  bestehe trage zeige bringe handele handle gelte fehle spreche fordere bedeute erwarte`.split(/\s+/),
);

/** Adverbs and verbs by which an outlet says that it did not hear the words itself. */
export const hearsayWords = new Set([
  "reportedly",
  "allegedly",
  "purportedly",
  "supposedly",
  "apparently",
  "якобы",
  "предположительно",
]);

/** Nouns for something said or written: "her remark that …", "Peskov's statement: …". */
export const speechNouns = new Set(
  `remark remarks comment comments claim claims statement statements assertion assertions argument warning warnings pledge promise vow call calls message messages
   tweet tweets post quip joke joking line slogan motto speech response reply answer question contention suggestion insistence belief view observation
   admission declaration prediction criticism complaint description words declaration op-ed editorial memo email letter note interview testimony
   заявление слова замечание ответ комментарий обращение`.split(/\s+/),
);
