const set = (list: string) => new Set(list.split(/\s+/).filter(Boolean));

/*
 * Words by which the frame of a sentence is read: they never belong to a name, and end a noun phrase.
 */
export const determiners =
  set(`the a an this that these those his her its their our my your one another some many several most few both two three four five
  other no each every any этот эта один одна другой его ее их`);
export const prepositions =
  set(`of for at from in on with to by about into over under after before during against between among through without within across behind beyond
  near since until upon toward towards despite like as than amid per via including outside inside around в на с со к ко о об от из у по за под над при для до после перед`);
export const auxiliaries = set(
  `has have had is are was were be been being do does did will would can could may might must shall should ought was были был была было быть будет`,
);
export const conjunctions =
  set(`and but or nor so yet if when while because although though whether where whereas who which whom whose that what why how unless once и а но или что чтобы
  когда если где который которая которые потому как чем ли же либо хотя поскольку`);
export const adverbs =
  set(`also then later once again still never ever always often soon now just even only already recently repeatedly reportedly previously subsequently immediately quickly
  publicly privately simply further instead not n't too not earlier first finally meanwhile however therefore quite rather frequently famously correctly
  также потом затем позже ранее еще уже лишь только не`);

export const singularPronouns = new Map<string, "male" | "female" | null>([
  ["he", "male"],
  ["him", "male"],
  ["himself", "male"],
  ["she", "female"],
  ["her", "female"],
  ["herself", "female"],
  ["он", "male"],
  ["она", "female"],
  ["его", "male"],
  ["ему", "male"],
  ["ей", "female"],
]);
export const otherPronouns = set(
  `i we they you it them who everyone someone anybody nobody others я мы они вы ты оно кто`,
);
export const nameConnectors = set(
  `of de la le du da dos del della van von der den ten ter bin ibn al el bint af av the and for`,
);
export const calendarWords =
  set(`monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december
  jan feb mar apr jun jul aug sept sep oct nov dec christmas easter ramadan`);
/** Words that open sentences and are no names, whatever their capital. */
export const openers =
  set(`there something nothing everything anything today yesterday tomorrow tonight here perhaps maybe yes no well such much more less instead thanks
  please now next last asked given based thanks although regardless whatever whenever wherever besides indeed certainly clearly surely sure okay ok read follow watch click subscribe
  related photo image video update updated breaking там здесь сегодня вчера завтра`);
