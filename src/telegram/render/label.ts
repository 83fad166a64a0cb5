import type { Outlet } from "../../coverage/outlets.ts";
import { joined, link, type RichText } from "../rich-text.ts";
import { type BotLanguage, catalogue } from "../texts.ts";

/** What the operator says of an outlet: owner, funding and seat, linked to where that is said; `null` where nothing is. */
export function labelText(outlet: Outlet | null, language: BotLanguage): RichText | null {
  const label = outlet?.label;
  if (!label) return null;
  const t = catalogue[language].label;
  const facts = [
    label.owner ? t.owner(label.owner[language]) : null,
    label.funding ? t.funding(label.funding[language]) : null,
    label.seat ? t.seat(label.seat[language]) : null,
    outlet.paywall ? t.paywall : null,
  ];
  const text = joined(facts, "; ");
  return text.text === "" ? null : link(text, label.source[0] ?? null);
}
