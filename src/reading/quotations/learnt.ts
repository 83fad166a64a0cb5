import type { Model } from "./model.ts";
import { speakerTable, speechTable } from "./weights.ts";

const parse = (table: string): ReadonlyMap<string, number> =>
  new Map(
    table
      .trim()
      .split("\n")
      .map((line) => {
        const cut = line.lastIndexOf(" ");
        return [line.slice(0, cut), Number(line.slice(cut + 1))];
      }),
  );

/** The weights that `test/bench/train-speakers.ts` learnt. */
export const learnt: Model = { speaker: parse(speakerTable), speech: parse(speechTable) };
