/*
 * News prose that is like none of the captures: made up from word lists by a number, the same text for the same number.
 */
const subjects =
  "council,union,owner,court,ministry,harbour,school,museum,cannery,railway,mayor,committee,hospital,farmers,engineers,bank".split(
    ",",
  );
const verbs =
  "rejected,approved,delayed,praised,questioned,funded,inspected,abandoned,opened,closed,repaired,sold,audited,defended".split(
    ",",
  );
const objects =
  "a plan,the bridge,two budgets,its archive,the old contract,a tunnel,the ferry,new rules,a loan,the pension fund,three wells,the survey,a map".split(
    ",",
  );
const endings =
  "on Monday,in the spring,after a long debate,without a vote,despite the rain,for the second time,at the request of nobody,by mistake,as planned,in silence,at last".split(
    ",",
  );

/** `count` sentences of prose; texts of different numbers share no run of words beyond a phrase. */
export function prose(seed: number, count = 30): string {
  let state = (seed * 2654435761 + 12345) >>> 0;
  const pick = (list: readonly string[]) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return list[Math.floor((state / 2 ** 32) * list.length)] ?? "";
  };
  return Array.from(
    { length: count },
    (_, i) =>
      `The ${pick(subjects)} ${pick(verbs)} ${pick(objects)} ${pick(endings)} while the ${pick(subjects)} of ward ${seed}-${i} ${pick(verbs)} ${pick(objects)}.`,
  ).join(" ");
}
