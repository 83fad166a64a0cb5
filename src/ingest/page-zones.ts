import type { Zone } from "../coverage/article.ts";
import { foldTypography, foldWord } from "../language/fold.ts";
import {
  appealWord,
  byline,
  captionCue,
  isPageControl,
  isPhotoCredit,
  isQuotedHeadline,
  isRelatedLink,
  namesThing,
  opensAppeal,
  opensCaption,
  outletVoice,
  showsScene,
} from "../language/furniture.ts";
import { tokenize } from "../language/words.ts";
import { namesReporters, opensStamp, pointsElsewhere, speaksForSite } from "./html/cues.ts";
import { markTail } from "./page-tail.ts";
import { readStamp } from "./stamp.ts";

/** A line of page text with what it was taken for and why. */
export interface ZonedLine {
  readonly text: string;
  readonly zone: Zone;
  readonly why: string;
}

interface Line {
  readonly text: string;
  readonly words: number;
  /** Ends as a sentence does, with at least a clause's length of words: the article's own prose, unless a cue says otherwise. */
  readonly prose: boolean;
  /** The line with what does not tell copies apart folded away. */
  readonly key: string;
  zone: Zone | null;
  why: string;
}

/**
 * Gives every non-empty line of page text a zone, from what the line is, where it stands and what repeats. The order of the
 * steps matters: cues first, then the article's prose between its first and last line, then what the position decides.
 */
export function zoneLines(page: string): ZonedLine[] {
  const lines = page.split(/\r\n|\r|\n|\u2028|\u2029/).flatMap((raw) => {
    const text = withoutBlankEnds(raw);
    return text ? [describe(text)] : [];
  });
  markCues(lines);
  markAppeals(lines);
  markPictures(lines);
  markHeadline(lines);
  markProse(lines);
  markQuestions(lines);
  markTail(lines);
  return lines.map(({ text, zone, why }) => ({ text, zone: zone ?? "boilerplate", why }));
}

/** Without white space and marks of no width at both ends. (A pattern for the end would try every run of blanks in the line.) */
function withoutBlankEnds(line: string): string {
  const start = line.search(/[^\s\u200b]/u);
  if (start < 0) return "";
  let end = line.length;
  while (/[\s\u200b]/u.test(line.charAt(end - 1))) end--;
  return line.slice(start, end);
}

const endsSentence = /[.!?…:。！？]["'“”’»)\]]*$/u;

function describe(text: string): Line {
  const words = tokenize(text).length;
  return {
    text,
    words,
    prose: words >= 5 && endsSentence.test(text),
    key: foldWord(foldTypography(text))
      .replace(/[^\p{L}\p{N} ]/gu, "")
      .replace(/\s+/g, " ")
      .trim(),
    zone: null,
    why: "",
  };
}

function set(line: Line, zone: Zone, why: string): void {
  if (line.zone !== null) return;
  line.zone = zone;
  line.why = why;
}

/** Lines whose own wording says what they are. A long line is prose that may begin like a cue. */
function markCues(lines: readonly Line[]): void {
  for (const line of lines) {
    const plain = withoutMark(line.text);
    if (readStamp(line.text) !== null) set(line, "dateline", "a date stamp");
    else if (isLabelSoup(line)) set(line, "boilerplate", "labels run together, not sentences");
    else if (line.words <= 45 && (isRelatedLink(plain) || pointsElsewhere(plain)))
      set(line, "related", "points to another story");
    else if (line.words <= 45 && namesReporters(line.text)) set(line, "credit", "names who worked on the story");
    else if (line.words <= 20 && isQuotedHeadline.test(line.text))
      set(line, "related", "two headlines, one of them quoted");
    else if (line.words <= 80 && opensCaption.test(line.text)) set(line, "caption", "says that it explains a picture");
    else if (line.words <= 14 && isPhotoCredit(line.text)) set(line, "credit", "names who made the photograph");
    else if (line.words <= 16 && !line.prose && byline.test(line.text)) set(line, "byline", "names the writer");
    else if (!line.prose && opensStamp.test(line.text)) set(line, "dateline", "a date stamp");
    else if (
      (line.words <= (outletVoice.test(plain) ? 60 : 40) && isPageControl(plain)) ||
      (line.words <= 60 && speaksForSite(plain))
    )
      set(line, "boilerplate", "a control or notice of the page");
  }
}

/** Without the arrow, bullet or stroke that a link or label opens with. */
const withoutMark = (text: string) => text.replace(/^[^\p{L}\p{N}\p{P}©]+\s*|^[•/|»]+\s*(?=[\p{L}])/u, "");

/** Many words and hardly a stop or a function word among them: menus and icon names copied as one line. */
function isLabelSoup(line: Line): boolean {
  if (line.words < 15 || endsSentence.test(line.text)) return false;
  const words = tokenize(line.text).map((t) => foldWord(t.text));
  const functional = words.filter((w) => functionWords.has(w)).length;
  return functional / words.length < 0.08;
}

const functionWords = new Set(
  `the a an of to in on at for with by from and or but is are was were be been has have had that this it its his her their as not will would
   could should who which when after before about into over than he she they we you i в на с по из за от для и а но не что как это его ее их был была
   были у о об к до при после`.split(/\s+/),
);

/**
 * An outlet's appeal to its readers: a line that opens one, and the lines after it up to the last that speaks in the
 * outlet's voice about support, readers or journalism. A paragraph of the story that mentions donations has no such opening.
 */
function markAppeals(lines: readonly Line[]): void {
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i];
    if (!line || line.zone || line.words > 14 || !opensAppeal(line.text)) continue;
    let last = i;
    for (let j = i + 1; j < lines.length && j - last <= 3; j++) {
      const candidate = lines[j];
      if (candidate && (opensAppeal(candidate.text) || isPlea(candidate.text) || isPageControl(candidate.text)))
        last = j;
    }
    if (last === i && line.prose) continue;
    for (const inside of lines.slice(i, last + 1)) set(inside, "boilerplate", "the outlet's appeal to its readers");
  }
  for (const line of lines) {
    const plain = outside(line.text);
    if (
      /\b(?:support|help) us\b|\bour (?:\S+ )?(?:newsletters?|readers|journalism|work)\b|\byour (?:support|donation|contribution|inbox|mailbox)\b|\bbecome (?:a|our) (?:\S+ )?(?:supporter|member|subscriber|patron)\b|поддержите (?:нас|наш)/iu.test(
        plain,
      ) &&
      (isPlea(line.text) || (line.words <= 14 && isUrging.test(plain)))
    ) {
      set(line, "boilerplate", "the outlet's appeal to its readers");
    }
  }
}

/** Tells the reader to do something. */
const isUrging =
  /(?:^|[.!?] )(?:please|don['’]t|do not|become|back|support|help|join|donate|subscribe|пожалуйста|поддержите|помогите|станьте)\b/iu;

/** Speaks as the outlet or to the reader, about support, outside quotation marks. */
function isPlea(text: string): boolean {
  const plain = outside(text);
  return outletVoice.test(plain) && appealWord.test(plain);
}

const outside = (text: string) =>
  text.replace(/[“„«"][^“”„«»"]*[”»"]|(?<![\p{L}\p{N}])[‘'][^‘’']{3,}[’'](?![\p{L}\p{N}])/gu, " ");

/** Captions: a line beside a credit that tells what is seen, or a credit at a line's own end. */
function markPictures(lines: readonly Line[]): void {
  lines.forEach((line, i) => {
    if (line.zone || line.words > 70) return;
    const credited =
      /(?:©|\((?:ap|afp|reuters|getty|photo)[^)]{0,60}\)|\b(?:reuters|afp|epa|getty images|ap)\/[\p{L} .'-]+)\s*\.?$/iu.test(
        line.text,
      );
    const beside = lines[i - 1]?.zone === "credit" || lines[i + 1]?.zone === "credit";
    const scene = showsScene.test(line.text) && !/["“«]/u.test(line.text);
    const depicts = (scene || captionCue.test(line.text)) && !/["“«].{20,}["”»]/u.test(line.text);
    const dated = /\b\d{1,2},? \d{4}\.?$|\b(?:19|20)\d{2}\.$|\d{4} (?:г\.|года)\.?$/u.test(line.text);
    if (credited && (depicts || dated || line.words <= 40)) set(line, "caption", "ends in a photo credit");
    else if (beside && (depicts || dated)) set(line, "caption", "beside a photo credit, tells what is seen");
    else if (line.words <= 10 && namesThing.test(line.text)) set(line, "caption", "names what is seen");
    else if (scene && /\bin this (?:illustration|photo|picture|image)\b/i.test(line.text))
      set(line, "caption", "tells what is seen");
    else if (depicts && dated && line.words <= 45) set(line, "caption", "tells what is seen and when");
  });
}

/** The headline: above the first prose, the line that the page repeats, else the longest that reads like one. Its copies are furniture. */
function markHeadline(lines: readonly Line[]): void {
  const counts = new Map<string, number>();
  for (const line of lines) counts.set(line.key, (counts.get(line.key) ?? 0) + 1);
  const firstProse = lines.findIndex((l) => !l.zone && l.prose && l.words >= 12 && counts.get(l.key) === 1);
  const above = lines
    .slice(0, firstProse < 0 ? Math.min(lines.length, 5) : firstProse)
    .filter((l) => !l.zone && l.words >= 3 && l.words <= 40);
  const repeated = above.find((l) => (counts.get(l.key) ?? 0) > 1);
  const headline =
    repeated ?? above.filter((l) => l.words >= 4 && !l.text.endsWith(".")).sort((a, b) => b.words - a.words)[0];
  if (!headline) return;
  set(headline, "headline", repeated ? "stands above the text and is repeated" : "stands above the text");
  for (const line of lines)
    if (line !== headline && line.key === headline.key) set(line, "boilerplate", "repeats the headline");
}

/**
 * A question on its own line is a headline of another story where it stands at the edge of the text or beside such
 * headlines, or is set in capitals as headlines are; amid prose it is the writer's.
 */
function markQuestions(lines: readonly Line[]): void {
  const isQuestion = ({ text, words, zone }: Line) =>
    zone === "body" && words <= 18 && /\?$/.test(text) && !/["“«]/u.test(text);
  const first = lines.findIndex((l) => l.zone === "body");
  const last = lines.findLastIndex((l) => l.zone === "body" && !isQuestion(l));
  lines.forEach((line, i) => {
    if (!isQuestion(line)) return;
    const beside = [lines[i - 1], lines[i + 1]].some((l) => l?.zone === "related");
    if (!beside && i !== first && i < last && !isTitled(line.text)) return;
    line.zone = "related";
    line.why = "a question that heads another story";
  });
}

/** Whether most of the longer words are set in capitals, as English headlines are. */
function isTitled(text: string): boolean {
  const long = tokenize(text).filter((t) => t.text.length > 3);
  return long.length >= 3 && long.filter((t) => /^\p{Lu}/u.test(t.text)).length > long.length * 0.7;
}

/** The rest: prose is body; a short line amid or around it is a label. */
function markProse(lines: readonly Line[]): void {
  const open = lines.filter((l) => !l.zone);
  const anyProse = open.some((l) => l.prose);
  for (const line of open) {
    if (line.prose) set(line, "body", "prose");
    else if (line.words >= 20) set(line, "body", "a long line of prose");
    else if (!anyProse && line.words >= 3) set(line, "body", "the page has no longer prose");
  }
  const first = lines.findIndex((l) => l.zone === "body");
  const last = lines.findLastIndex((l) => l.zone === "body");
  lines.forEach((line, i) => {
    if (line.words >= 2 && first < i && i < last && /[.!?…]["'“”’»)\]]*$/u.test(line.text))
      set(line, "body", "a short sentence amid prose");
    else set(line, "boilerplate", "a short line that is no sentence");
  });
}
