import type { Placed } from "./layout.ts";
import type { Reference } from "./references.ts";
import type { Scene } from "./scene.ts";
import type { Traits } from "./traits.ts";

/** What is already known of the quotation before. */
export interface Previous {
  readonly quote: Placed;
  readonly reference: Reference | null;
}

/** What the features of a candidate are read from. */
export interface Context {
  readonly scene: Scene;
  readonly quote: Placed;
  readonly traits: Traits;
  readonly previous: Previous | null;
  readonly span: { readonly from: number; readonly to: number };
}

/** The shape of a quotation in its sentence: alone, first, last or in the middle; a whole or a fragment. */
export function shape(t: Traits): string {
  const place = t.alone ? "alone" : t.first ? "first" : t.last ? "last" : "middle";
  return `${place}${t.whole ? "" : "-part"}`;
}

/** How the narration leads over to a quotation. */
export function leadOf(t: Traits): string {
  return t.before === ":" ? "colon" : t.before === "," ? "comma" : t.wordBefore === "that" ? "that" : "run";
}
