import type { Corpus } from "../../coverage/corpus.ts";
import { compare } from "../../coverage/corpus.ts";
import type { Event } from "../../reading/event.ts";

/** How an outlet is told apart: by a letter, a shape and a tint, any one of which would do for the first few. */
export interface Badge {
  /** `null` where the outlet is not known. */
  readonly outlet: string | null;
  /** "A" to "Z", then "AA" and so on; "?" for the unknown one. */
  readonly letter: string;
  readonly shape: "circle" | "square" | "diamond" | "hexagon" | "house";
  readonly tint: string;
}

const shapes = ["circle", "square", "diamond", "hexagon", "house"] as const;
/** Light enough for dark letters on all of them; after Okabe and Ito's palette for all kinds of colour vision. */
const tints = ["#cfe6f7", "#ffe3b3", "#c9ecdd", "#f6d4e4", "#f9f3b0", "#d9dcf5", "#f8d5c2"] as const;

/** A badge for each outlet of the events, the one with the most events first. */
export function badgesOf(corpus: Corpus, events: readonly Event[]): ReadonlyMap<string | null, Badge> {
  const counts = new Map<string | null, number>();
  for (const event of events) {
    const outlet = outletOf(corpus, event);
    counts.set(outlet, (counts.get(outlet) ?? 0) + 1);
  }
  const named = [...counts].flatMap(([outlet, count]) => (outlet === null ? [] : [{ outlet, count }]));
  named.sort((a, b) => b.count - a.count || compare(a.outlet, b.outlet));
  const badges = new Map<string | null, Badge>();
  named.forEach(({ outlet }, i) => {
    const shape = shapes[i % shapes.length] ?? "circle";
    badges.set(outlet, { outlet, letter: letterOf(i), shape, tint: tints[i % tints.length] ?? "#ffffff" });
  });
  if (counts.has(null)) badges.set(null, { outlet: null, letter: "?", shape: "circle", tint: "#ffffff" });
  return badges;
}

/** The outlet of the sentence that is shown for an event. */
export function outletOf(corpus: Corpus, { mentions: [lead] }: Event): string | null {
  return corpus.byId.get(lead?.article ?? "")?.outlet ?? null;
}

function letterOf(i: number): string {
  const last = String.fromCharCode(65 + (i % 26));
  return i < 26 ? last : letterOf(Math.floor(i / 26) - 1) + last;
}
