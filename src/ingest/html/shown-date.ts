import { tokenize } from "../../language/words.ts";
import { datesIn } from "../stamp.ts";
import type { Block } from "./blocks.ts";
import { lineKey } from "./filter.ts";

/** A day as a page prints it with an article, and the words it stands in. */
export interface ShownDate {
  readonly date: string;
  readonly words: string;
}

/** How many blocks below and above the headline belong to it. */
const below = 12;
const above = 4;
/** Words besides the date in a line that says when and by whom. */
const mostWords = 14;

/**
 * The day printed beside the headline, or in a line below it that says that something was published; a line that tells of an
 * update is passed over.
 * @param dayFirst In "04/03/2021" the day leads.
 */
export function shownDate(blocks: readonly Block[], headlines: readonly string[], dayFirst: boolean): ShownDate | null {
  const keys = new Set(headlines.map(lineKey).filter((key) => key !== ""));
  const heads = blocks.flatMap((block, i) => (keys.has(lineKey(block.text)) ? [i] : []));
  const head = heads.find((i) => blocks[i]?.kind === "heading") ?? heads[0];
  const dated = (i: number) => {
    const block = blocks[i];
    return block ? dateOf(block, dayFirst) : null;
  };
  const near = head === undefined ? [] : [...range(head, head + below), ...range(head - 1, head - above)];
  const candidates = near.flatMap((i) => dated(i) ?? []);
  const said = candidates.find((c) => publishes.test(c.words));
  if (said ?? candidates[0]) return said ?? candidates[0] ?? null;
  for (let i = head ?? 0; i < blocks.length; i++) {
    const block = blocks[i];
    if (block && block.text.length < 200 && publishes.test(block.text)) {
      const found = dated(i);
      if (found) return found;
    }
  }
  return null;
}

function dateOf(block: Block, dayFirst: boolean): ShownDate | null {
  const { text } = block;
  if (block.linked > text.length * 0.7 && text.length > 40) return null;
  // Of a paragraph that a date opens ("18.01.2018 – The ministry …") the opening alone.
  const opening = text.slice(0, 60);
  const isLong = tokenize(text).length > mostWords + 3;
  const dates = datesIn(isLong ? opening : text, { dayFirst });
  const [first] = dates;
  if (!first || new Set(dates.map((d) => d.date)).size > 1 || (isLong && first.start > 2)) return null;
  const words = isLong ? opening.slice(0, first.end + 1).trim() : text;
  return updates.test(words) && !publishes.test(words) ? null : { date: first.date, words };
}

const publishes =
  /(?:^|[^\p{L}])(?:publi(?:shed|cation|ée?|cad[oa]|cato|kowano|kacji|cat)|post(?:ed|ado)|erschienen|veröffentlich\p{L}*|eingestellt|geplaatst|gepubliceerd|pubblicat[oa]|julkaistu|publicerad|udgivet|opublikowano|vydáno|megjelent|yayınlanma|дата публикации|опубликован\p{L}*|размещено|date|datum|fecha|data|дата|написано)(?![\p{L}])/iu;
const updates =
  /(?:^|[^\p{L}])(?:updat\p{L}+|modif\p{L}+|last (?:edited|changed)|aktualisier\p{L}*|geändert|änderung|mis à jour|actualiza\p{L}+|atualiza\p{L}+|aggiornat\p{L}+|bijgewerkt|обновлен\p{L}*|изменен\p{L}*|accessed|abgerufen|stand|©|copyright)(?![\p{L}])/iu;

const range = (from: number, to: number) =>
  Array.from({ length: Math.abs(to - from) + 1 }, (_, i) => from + (to >= from ? i : -i));
