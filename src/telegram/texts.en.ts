/** Everything the bot says in its own words, in English. Other languages have the same keys (texts.ts). */
export const en = {
  commands: {
    ask: "Ask about the coverage",
    quote: "Who said what, word for word",
    timeline: "What happened when",
    check: "Is this quotation right?",
    why: "Why an answer is what it is",
    about: "What the coverage holds",
    language: "Choose the language I speak",
    help: "How to use this bot",
    privacy: "What is stored about you",
  },
  description:
    "I answer questions about news coverage with the articles' own words and links, never with words of mine. Ask a question, " +
    "look up who said what with /quote, see what happened when with /timeline, or send me a quotation to check with /check.",
  shortDescription: "Answers about news coverage in the articles' own words, with links.",

  start: (name: string) =>
    `Hello${name ? `, ${name}` : ""}. Ask me about the news coverage I hold. I answer with the articles' own words, word for word, with outlet, date and link, and say so when the coverage has no answer.`,
  examples: "Try one of these:",
  exampleQuestions: [
    "How much was Twitter fined?",
    "/quote Peskov",
    "/timeline Twitter",
    "/check “We have no such plans”",
  ],
  help:
    "Send a question in your own words, in English or Russian.\n\n" +
    "/quote Peskov about protests · who said what\n" +
    "/timeline Twitter 2021 · what happened when\n" +
    "/check “…” · is a quotation right, word for word\n" +
    "/why · in reply to an answer: why it is one, or none\n" +
    "/about · what the coverage holds\n" +
    "/language · the language I speak\n" +
    "/privacy · what is stored about you\n\n" +
    "Everything in a quotation block is the article's own text. A reply to an answer of mine is read as a follow-up.",
  privacy:
    "Nothing about you is stored: no messages, no names. Your question is answered in memory and forgotten. The one exception you make " +
    "yourself: a language chosen with /language is kept with your Telegram number until /language auto, or until you block me. The log " +
    "holds technical events only, never what people ask. Buttons carry what they need: a page, a receipt, your question for sharing. " +
    "“Wrong?” sends the operator the receipt of the quotation and nothing about you. Telegram has its own privacy policy.",

  language: {
    automatic: "I speak the language of your Telegram. Choose another, or leave it:",
    chosen: "I speak English with you now. “Automatic” forgets this choice.",
    notKept: "(This choice could not be written down: it holds until the bot is started again.)",
    names: { en: "English", ru: "Русский", auto: "Automatic" },
  },
  sharedQuestion: (question: string) => `“${question}”`,
  helpGroups: {
    /** Privacy mode: Telegram gives a bot only these. */
    commands:
      "In groups I hear commands and replies to my messages, and nothing else (privacy mode): /ask How much was Twitter fined?",
    all: "In groups I answer commands, replies to my messages and messages that name me, and pass over everything else.",
  },
  helpInline: (username: string) => `In any chat: @${username} and your question, then choose what to post.`,
  helpGuest: (username: string) =>
    `In chats where I am not a member: mention @${username}, or reply so to a claim to have it looked up.`,
  guestHelp: (username: string) =>
    `Write @${username} and a question about the news coverage I hold, or reply to a message with @${username} to have it looked up.`,
  inline: {
    open: "Open the chat with the bot",
    empty: "Type a question, a name or a quotation",
    nothing: "The coverage does not say · open the chat",
    nearMiss: "No answer, but near",
    hints: [
      { title: "Ask a question", example: "How much was Twitter fined?" },
      { title: "Who said what", example: "/quote Peskov" },
      { title: "Is a quotation right?", example: "“We have no such plans”" },
    ],
    howTo: (username: string, example: string) =>
      `Articles answer in their own words. Type in any chat:\n\n@${username} ${example}`,
  },

  nearMiss: "The coverage does not say. The nearest it has:",
  silence: "The coverage does not say.",
  nothingAsked:
    "Ask about a person, an event or a thing in the coverage, and I will look it up. To go on from an answer, reply to it. /help says more.",
  notMentioned: (names: string) => `Not mentioned anywhere in the coverage: ${names}.`,
  readAs: (from: string, to: string) => `Read “${from}” as “${to}”.`,
  countedFrom: (words: string, newest: string) =>
    `You asked about ${words}: the newest article here is from ${newest}.`,
  sourceSilent: (papers: string) => `Found nothing on this in ${papers}.`,
  outletNotHere: (outlets: string) => `The coverage has nothing from ${outlets}.`,
  contextUsed: (words: string) => `Read together with your earlier question: ${words}.`,
  otherLanguage: (language: string) => `The passages are in ${languageNames[language] ?? language}, as published.`,
  headlineOnly: "From a headline; the article's text does not say it.",
  phraseNotFound: (phrases: string) => `These very words were not found: ${phrases}.`,
  optionsNotUnderstood: (options: string) =>
    `Not understood: ${options}. A question takes in:<outlet>, before:, after:, since:, until: and on: with a date such as 2021-03 or 2021-03-04.`,
  whyAnswer: {
    head: {
      answer: "Why this counts as an answer",
      "near-miss": "Why this is near, but no answer",
      silence: "Why the coverage does not say",
    },
    byTime: "The question names a time and nothing else: this is how articles of that time, or the newest, begin.",
    byHeart: "What decided: the words that the question quotes stand there.",
    likely: (percent: number, from: number) =>
      `The best passage answers with a likelihood of ${percent} in 100; from ${from} on it counts as an answer.`,
    there: (words: string) => `In the quoted sentences: ${words}`,
    around: (words: string) => `In the sentence before or the headline: ${words}`,
    missing: (words: string) => `In the coverage, but not there: ${words}`,
    nowhere: (words: string) => `Nowhere in the coverage: ${words}`,
    papers: (words: string) => `Outlets, by which articles were preferred: ${words}`,
    found: {
      spelling: (words: string) => `Found in another spelling: ${words}`,
      script: (words: string) => `Found in the other script: ${words}`,
      translation: (words: string) => `Found by a translation or a synonym: ${words}`,
    },
    kind: (kind: string, held: boolean) =>
      `Asked for: ${kind}. ${held ? "The sentences have one." : "The sentences have none."}`,
    kinds: {
      person: "a name",
      amount: "an amount of money",
      count: "a number",
      date: "a date",
      place: "a place",
      reason: "a reason",
      statement: "a statement",
    },
    coverage: (percent: number) =>
      `The sentences hold ${percent} % of what the question's words weigh (rare words weigh more).`,
    chance: {
      better: "They fit better than unrelated words of this coverage fit one another.",
      same: "They fit about as well as unrelated words of this coverage fit one another.",
      worse: "They fit worse than unrelated words of this coverage fit one another.",
    },
    objections: {
      names: "What decided: the name in the question is not there.",
      figure: "What decided: the figure that was asked for is not there.",
      word: "What decided: a word that the short question stands on is not there.",
    },
  },

  outletUnknown: "outlet not known",
  dateUnknown: "date not known",
  linkUnknown: "link not known",
  headlineUnknown: "headline not known",
  archived: "archived copy",
  policy: {
    "no-link": (reason: string) => `Shown without its link. ${reason}`.trim(),
    "headline-only": (reason: string) => `The outlet's words are not shown here. ${reason}`.trim(),
    withheld: (reason: string) => `Withheld here. ${reason}`.trim(),
    overBudget: (sentences: number) =>
      `Left out, as so much of one outlet may be shown in an answer: ${sentences} ${sentences === 1 ? "sentence" : "sentences"}.`,
  },
  /** An answer in a terminal. */
  plain: {
    notShown: (why: string) => `(not shown: ${why})`,
    usedUp: "the outlet's words for one answer are used up",
    heldBack: "the operator holds it back",
    receipt: (id: string) => `receipt ${id}`,
    corpus: (hash: string) => `corpus ${hash}`,
  },
  alsoIn: (outlets: string) => `also in ${outlets}`,
  stamp: (articles: number, newest: string | null) =>
    `${articles} ${articles === 1 ? "article" : "articles"}${newest ? `, newest ${newest}` : ""}`,

  more: "More",
  back: "Back",
  pageOf: (page: number, pages: number) => `${page} of ${pages}`,
  source: "Source",
  context: "Context",
  share: "Share",
  copy: "Copy",
  wrong: "Wrong?",
  backToAnswer: "Back to the answer",
  reported: "Thank you. The operator of this bot gets the receipt of the quotation, and nothing about you.",
  notReported: "The operator of this bot could not be told. Please try again later.",
  reportedAsWrong: "A reader holds this quotation, its speaker or its source to be wrong:",
  stale: "This button is too old: the message it belongs to is gone or the coverage has changed. Please ask again.",
  staleLink: "This link leads nowhere any more: what it stood for is gone, or the coverage has changed. Please ask.",
  failed: "Something went wrong on my side. Please try again.",
  failedInline: "Something went wrong: please try again",
  tooFast: "That was a lot at once. Give me a moment, then ask on: I answer about one question a second.",
  tooFastInline: "Too many questions at once: wait a moment",
  unknownCommand: "I do not know this command. /help says what I can do.",
  notText: "I can read text only. Send me a question or a quotation.",
  usage: {
    why: "Reply with /why to an answer of mine, or send /why with a question: /why How much was Twitter fined?",
    ask: "Send /ask with a question: /ask How much was Twitter fined?",
    check: "Send /check with a quotation, or reply with /check to a message that holds one.",
  },

  quoteNobody: (name: string) => `The coverage quotes nobody called “${name}”.`,
  quoteNearest: "It quotes these:",
  quoteNothing: "No quotation fits this.",
  quoteHint: "/quote alone lists whom the coverage quotes; /check looks up a quotation.",
  quoteWho: "Whom the coverage quotes directly, and how often:",
  quoteSeveral: (name: string) => `“${name}” fits several people. Whom do you mean?`,
  speakerUnknown: "speaker not named",
  speakerLikely: (as: string, name: string) => `attributed to “${as}”, probably ${name}`,
  speakerAs: (as: string) => `“${as}”`,
  via: (name: string) => `as reported by ${name}`,
  hearsay: (word: string) => `the article says “${word}”`,
  saidOn: (date: string) => `said ${date}`,
  otherSpeaker: "The same words, given to somebody else:",
  sameRemark: "Possibly the same remark:",
  headlineQuotation: "in the headline",

  timelineEmpty: "The coverage reports nothing dated that fits this.",
  timelineHint: "/timeline alone shows all that the coverage reports.",
  notUnderstood: (words: string) => `Not understood and left out: ${words}`,
  timelineUndated: "No date in the text:",
  marks: {
    stated: "● stated in the text",
    published: "◐ reckoned from the publication date",
    other: "○ reckoned from another sentence",
    approximate: "≈ approximate",
  },

  reports: (families: number) => `${families} independent reports`,
  otherDate: (date: string, outlets: string) => `but ${date} in ${outlets}`,
  since: (day: string) => `from ${day} on`,
  until: (day: string) => `until ${day}`,
  decade: (year: string) => `${year}s`,

  timelineButtons: {
    list: "Event by event",
    day: "By day",
    week: "By week",
    month: "By month",
    year: "By year",
    finer: (layout: string) => `⊕ ${layout}`,
    coarser: (layout: string) => `⊖ ${layout}`,
    why: "Why these dates?",
    picture: "Picture",
    export: "Export",
    backToTimeline: "Back to the timeline",
    formats: { ics: "Calendar (.ics)", csv: "Table (.csv)", json: "Data (.json)", timelinejs: "TimelineJS" },
  },
  noPicture: "Nothing here has a date, so there is nothing to draw.",
  noExport: "Nothing here has a date, so there is nothing to put into this file.",
  fileCaption: (title: string, events: string, left: number) =>
    `${title}: ${events}${left > 0 ? `; not in it, as the text does not date them: ${left}` : ""}`,
  pictureInFull: "As a file, so that it can be read when enlarged.",

  why: {
    head: "Why these dates",
    published: (date: string, basis: string, source: string) => `Published ${date} (${basis}; ${source})`,
    bases: {
      operator: "set by the operator",
      metadata: "from the page's metadata",
      address: "from the page's address",
      stamp: "from the date printed with the text",
      caption: "from a caption",
      family: "from the original of this reprint",
      unknown: "source of the date not known",
    },
    spoken: (date: string) => `Counted from ${date}, the day of writing or speaking`,
    publishedUnknown: "Publication date not known, so words that are counted from it have no date.",
    confidence: (percent: number) => `Right in about ${percent} of 100 measured cases.`,
    otherReading: (date: string) => `Other reading by the calendar: ${date}.`,
    otherWords: (words: string, date: string, outlet: string) => `Also “${words}” = ${date} (${outlet}).`,
    conflict: (date: string, words: string, outlet: string) => `Against it: ${date} by “${words}” (${outlet}).`,
    itself: (date: string) => `= ${date}`,
    rules: {
      stated: "the text says it in full",
      range: "the other end of the range names the year",
      "weekday-beside": "the year in which this day falls on the weekday beside it",
      past: "the last one before publication, as the sentence looks back",
      future: "the next one after publication, as the sentence looks ahead",
      nearest: "the one nearest to publication, as the verb does not say which",
      relative: "counted from the publication date",
      "of-year": "the year is named beside it",
      history: "in a history, a date without a year follows the last date before it",
      "weekday-past": "a weekday in a sentence that looks back: the last one before publication",
      "weekday-same-day": "published on that weekday: the day of publication itself",
      "weekday-future": "a weekday in a sentence that looks ahead: the next one after publication",
      "weekday-last": "the last such weekday before publication",
      "weekday-next": "the next such weekday after publication",
      "weekday-mention": "that weekday beside the last date mentioned",
      "weekday-of-week": "that weekday of the week named beside it",
      today: "counted from the day of publication (or, in quoted words, of speaking)",
      eve: "the day before",
      weekend: "the weekend of, or last before, publication",
      "unit-last": "the week, month or year before that of publication",
      "unit-this": "the week, month or year of publication, as far as it had come",
      "unit-next": "the week, month or year after that of publication",
      "unit-mention": "counted from the last date mentioned",
      "unit-quarter": "the last quarter that had ended at publication",
      ago: "counted back from publication, as exact as its unit",
      ahead: "counted on from publication",
      offset: "counted from the last date mentioned",
      same: "the same as the last date mentioned",
      apposed: "the date that stands right beside it",
      "relation-main": "the main happening has a date, and this lies so far from it",
      "relation-date": "counted from the date behind it",
      undated: "what it is counted from has no date in the text",
    },
    countedFrom: "counted from these words:",
  },

  picture: {
    title: "Timeline",
    events: (count: number) => `${count} ${count === 1 ? "event" : "events"}`,
    undated: (count: number) => `Not drawn, as the text does not date them: ${count}.`,
    bar: "a date that covers several days",
    cut: "time left out, with its length",
    shortened: "shortened",
    counted: (most: number, step: string) =>
      `More than ${most} events are not drawn one by one: each row counts those that begin in one ${step}.`,
    steps: { day: "day", week: "week", month: "month", quarter: "quarter", year: "year", decade: "decade" },
    others: (outlets: number) => `White: ${outlets} further ${outlets === 1 ? "outlet" : "outlets"}.`,
    /** The length of a stretch of so many whole years and months, or of so many days where it is less than a month. */
    length: (years: number, months: number, days: number) =>
      years + months === 0
        ? `${days} d`
        : [years ? `${years} yr` : "", months ? `${months} mo` : ""].filter(Boolean).join(" "),
  },

  verdicts: {
    exact: "Exact: these words stand in the coverage.",
    typography: "The words are right; marks, dashes, case or spaces differ.",
    altered: "Altered: the coverage has it differently.",
    "headline-only": "In a headline only; the article's text does not have it.",
    "other-wording": "Not these words. The coverage has what may be the same remark:",
    "not-found": "Not in the coverage.",
  },
  claim: "Checked",
  bodyInstead: "The article's text has instead:",
  nearest: "The nearest it has:",
  difference: "Word by word",
  diffLegend: "− not in the article · + the article's words · → put for",
  changes: {
    number: "a number differs",
    negation: "a “not” differs",
    name: "a name differs",
    cut: "words were cut out at the dots",
    joined: "words that stand apart were joined",
    attribution: "only who said it, in the middle, is left out",
  },
  joinedFrom: (number: number) => `Passage ${number}:`,
  speakerDiffers: (claimed: string, found: string) => `Not ${claimed}: the article attributes it to ${found}.`,
  speakerAgrees: (found: string) => `Said by ${found}, as claimed.`,
  speakerOpen: (claimed: string) => `Whether ${claimed} said it, the article does not make clear:`,
  speakerOfWords: "Speaker:",
  nothingToCheck: "There is no quotation of four words or more to check in this.",

  about: (articles: number, from: string | null, to: string | null) =>
    `The coverage: ${articles} ${articles === 1 ? "article" : "articles"}${from && to ? `, ${from} – ${to}` : ""}.`,
  aboutReprints: (count: number) => `Reprints among them: ${count}; each is shown with its original, as one voice.`,
  aboutUndated: (count: number) => `Without a known date: ${count}.`,
  aboutOutlets: (count: number) => `Outlets: ${count}`,
  aboutMore: (count: number) => `… and ${count} more`,
  label: {
    owner: (words: string) => `owner: ${words}`,
    funding: (words: string) => `funding: ${words}`,
    seat: (words: string) => `seat: ${words}`,
    paywall: "asks for a subscription",
  },
  reprintOf: (original: string) => `reprint of ${original}`,
  corpus: (hash: string) =>
    `State of the coverage: ${hash}. The same question over the same coverage gets the same answer.`,
};

const languageNames: Record<string, string> = {
  en: "English",
  ru: "Russian",
  de: "German",
  fr: "French",
  uk: "Ukrainian",
  es: "Spanish",
};
