import type { Gender } from "../../language/first-names.ts";
import { genderOfRole, isTitle } from "../../language/roles.ts";

/** Forms of address and ranks of councils and peers, which stand before a name beside the titles that are roles too. */
const address = new Set(
  `cllr cllrs councillor councilor mx madam madame monsieur baroness baron viscount viscountess earl countess duke duchess marquess hon
  honourable honorable canon сэр дама лорд леди баронесса барон граф графиня герцог герцогиня мистер миссис мисс г-н г-жа гн гжа советник
  преподобный епископ архиепископ профессор доктор капитан майор лейтенант академик`.split(/\s+/),
);
const female = new Set(
  "baroness viscountess countess duchess madam madame дама леди баронесса графиня герцогиня миссис мисс г-жа гжа".split(
    " ",
  ),
);
const male = new Set("baron viscount earl duke marquess monsieur сэр лорд барон граф герцог мистер г-н гн".split(" "));

const bare = (word: string) => word.toLowerCase().replace(/\.$/, "");

/** Whether a word may stand before a name without being a part of it ("Cllr", "Dame", "President", "г-жа"). */
export const isNameTitle = (word: string): boolean => isTitle(word) || address.has(bare(word));

/** The gender that a title tells, else `null`. */
export function genderOfTitle(word: string): Gender | null {
  return female.has(bare(word)) ? "female" : male.has(bare(word)) ? "male" : genderOfRole(word);
}
