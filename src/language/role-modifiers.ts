import { stem } from "./words.ts";

/** Words that make another role of the one they stand before: a deputy chief is no chief, a former president not the president. */
const modifiers =
  "deputy vice former ex acting assistant interim associate late would-be заместитель зам вице бывший бывшая экс исполняющий помощник";

const stems = new Set(modifiers.split(" ").map(stem));

export function isRoleModifier(term: string): boolean {
  return stems.has(term);
}
