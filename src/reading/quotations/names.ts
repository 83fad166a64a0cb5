import { type Gender, genderOfFirstName, isFirstName } from "../../language/first-names.ts";
import { nameConnectors } from "../../language/function-words.ts";
import { isKnownOrganisation, isMedium, isOrganisationHead } from "../../language/organisations.ts";
import { isPlace } from "../../language/places.ts";
import { isCyrillic } from "../../language/script.ts";
import type { Token } from "./layout.ts";
import type { Reference } from "./references.ts";
import { isCapital } from "./spelling.ts";
import { genderOfTitle, isNameTitle } from "./titles.ts";

/** The name before "news agency", "newspaper" and the like: of a medium always, of another body where it is known. */
export function bodyWithin(words: readonly Token[]): readonly Token[] {
  const from = words.findIndex((t) => isCapital(t.text));
  if (from < 0) return [];
  const rest = words.slice(from);
  const until = rest.findIndex((t) => !isCapital(t.text));
  const name = rest.slice(0, until < 0 ? rest.length : until);
  const media = isMedium(words.at(-1)?.lower ?? "");
  return media || name.some((t) => isKnownOrganisation(t.lower)) ? name : [];
}

/** The capitalised words at the end of a phrase, with the small ones that join them; all of one script. */
export function trailingName(words: readonly Token[]): Token[] {
  let from = words.length;
  for (let k = words.length - 1; k >= 0; k--) {
    const w = words[k];
    if (!w) break;
    if (isCyrillic(w.text) !== isCyrillic(words.at(-1)?.text ?? "")) break;
    if (isCapital(w.text)) from = k;
    else if (!(nameConnectors.has(w.lower) && k > 0 && isCapital(words[k - 1]?.text ?? ""))) break;
  }
  return words.slice(from);
}

/** Splits "White House Press Secretary Josh Earnest" into the titles and the name. */
export function nameOf(capitals: readonly Token[]): { titles: readonly Token[]; words: readonly Token[] } {
  let cut = 0;
  capitals.forEach((t, k) => {
    if (!isNameTitle(t.lower.replace(/['’]s$/u, ""))) return;
    if (capitals[k + 1]?.lower === "of") {
      const known = capitals.findIndex((w, n) => n > k + 1 && isFirstName(w.lower));
      cut = Math.max(cut, known > 0 ? known : Math.min(capitals.length, k + 3));
    } else cut = Math.max(cut, k + 1);
  });
  // "Президент России Иван Петров": what stands between the title and the first name belongs to the title; so it does in
  // «мэр Заречного Иван Петров», whose title has no capital.
  const isTitled = cut > 0 || (isCyrillic(capitals[0]?.text ?? "") && !isFamilyNameFirst(capitals));
  const given = isTitled
    ? capitals.findIndex((w, k) => k >= cut && k < capitals.length - 1 && isFirstName(w.lower))
    : -1;
  if (given > cut && capitals.length - given >= 2) cut = given;
  const rest = capitals.slice(cut);
  // A body's name may hold a title ("Press Association", "Chamber of Deputies Committee").
  const whole = capitals.at(-1);
  if (whole && isOrganisationHead(whole.lower) && capitals.length > 1 && rest.length <= 1)
    return { titles: [], words: capitals };
  return { titles: capitals.slice(0, cut), words: rest };
}

/** «Петров Иван Иванович», as in a list. */
function isFamilyNameFirst(words: readonly Token[]): boolean {
  return /(?:вич|вна|чна|шна)$/u.test(words.at(-1)?.lower ?? "");
}

/** A party with a state, as members of Congress have it behind their names: "(D-Calif.)". */
const party = /^[DRI]-\p{Lu}/u;

/** The words of the longest name of a person, particles counted. */
const longestName = 5;

/** What a name is the name of: somebody, a body, a place, a group of people. */
export function classifyName(
  name: string,
  words: readonly Token[],
  roles: readonly string[],
): Pick<Reference, "kind" | "name" | "head" | "roles" | "gender" | "plural"> {
  const lowers = words.map((w) => w.lower.replace(/['’]s?$/u, ""));
  const head = lowers.at(-1) ?? "";
  const known = { name, head, roles, gender: genderOfName(words, roles), plural: false };
  if (isPlace(name) || party.test(name)) return { ...known, kind: "place" };
  const acronym = words.length === 1 && /^[\p{Lu}.&]{2,6}$/u.test(name);
  const ofBody = lowers.some((w, k) => isOrganisationHead(w) && lowers[k + 1] === "of");
  if (lowers.length === 1 && /(?:crats|icans|ians|ists|ers|ans|ese)$/.test(head) && !isKnownOrganisation(head)) {
    if (/(?:crats|icans|ists|ians)$/.test(head)) return { ...known, name: null, kind: "plural", plural: true };
  }
  if (
    (isOrganisationHead(head) && !isFirstName(lowers[0] ?? "")) ||
    ofBody ||
    lowers.some(isKnownOrganisation) ||
    / & /.test(name) ||
    (acronym && roles.length === 0)
  ) {
    return { ...known, kind: "organisation", gender: null };
  }
  // A headline that writes every word with a capital names nobody.
  if (lowers.length > longestName) return { ...known, name: null, kind: "other" };
  return { ...known, kind: "name" };
}

function genderOfName(words: readonly Token[], roles: readonly string[]): Gender | null {
  for (const role of roles) {
    const gender = genderOfTitle(role);
    if (gender) return gender;
  }
  const first = words.length > 1 ? words[0] : undefined;
  return first ? genderOfFirstName(first.lower) : null;
}
