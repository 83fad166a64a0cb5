import type { Speaker } from "../../reading/quotation.ts";
import { bold, type RichText, rich } from "../rich-text.ts";
import { type BotLanguage, catalogue } from "../texts.ts";

/** From this confidence on a speaker is named outright; from the other on as probable; below, the text's own words are shown. */
const namedFrom = 0.6;
const probableFrom = 0.35;

/** Whether a speaker is named outright. */
export const isNamed = ({ name, confidence }: Speaker): boolean => name !== null && confidence >= namedFrom;

/** Who is quoted, as far as the text tells. */
export function speakerText(speaker: Speaker, language: BotLanguage): RichText {
  const t = catalogue[language];
  const { name, as, confidence } = speaker;
  if (name && isNamed(speaker))
    return as && !name.includes(as) ? rich(bold(name), ` (${t.speakerAs(as)})`) : bold(name);
  if (name && as && confidence >= probableFrom) return rich(t.speakerLikely(as, name));
  return rich(as ? `${t.speakerUnknown} (${t.speakerAs(as)})` : t.speakerUnknown);
}
