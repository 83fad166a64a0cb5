import { describe, expect, test } from "vitest";
import { toJsonLine } from "../../src/coverage/format.ts";
import { articleOf } from "../support/articles.ts";
import { runCommand } from "../support/command-line.ts";
import { temporaryFolder } from "../support/folders.ts";

const text = (name: string, thing: string) =>
  `“We will not close the old ${thing} before winter,” said ${name}, the mayor. The ${thing} burned on 4 March 2021.`;
const articles = [
  ["herald", "Herald", "Anna Berg", "bridge"],
  ["tribune", "Tribune", "Tom Reed", "lighthouse"],
  ["gazette", "Gazette", "Eva Lind", "harbour"],
].map(([id = "", outlet = "", name = "", thing = ""]) =>
  articleOf(text(name, thing), {
    id,
    outlet,
    headline: `News of the ${thing}`,
    published: "2021-03-05",
    url: `https://example.org/${id}`,
  }),
);
const policy = `
audiences: { abroad: readers abroad, school: pupils }
outlets:
  Herald:
    words: 20
    policy:
      abroad: { show: no-link, reason: Licensed at home only. }
      school: { show: headline-only, reason: Not for class. }
  Tribune:
    words: 3
    policy:
      abroad: { show: withheld, reason: A court said so. }
`;
const lines = articles.map((article) => `${toJsonLine({ article, ingested: null })}\n`).join("");

const ruled = () => temporaryFolder({ "articles.jsonl": lines, "outlets.yaml": policy });
const free = () => temporaryFolder({ "articles.jsonl": lines });

const commands = [
  ["ask", "Who will not close the old lighthouse before winter?"],
  ["quote"],
  ["quote", "Tom Reed"],
  ["timeline"],
  ["timeline", "--mentions"],
  ["check", "We will not close the old lighthouse before winter"],
  ["check", "We will close the old lighthouse before winter"],
];
const both = commands.flatMap((c) => [c, [...c, "--json"]]);
const run = (command: readonly string[], ...more: string[]) => runCommand([...command, "--corpus", ruled(), ...more]);
const withoutHash = (out: string) => out.replace(/corpus \w+|"hash":"\w+"/g, "");

describe.each(both.map((c) => [c.join(" "), c] as const))("%s", (_, command) => {
  test("without an audience everything is as it is without outlets.yaml", async () => {
    const plain = await runCommand([...command, "--corpus", free()]);
    expect(withoutHash((await run(command)).out)).toBe(withoutHash(plain.out));
  });

  test("shows no word, name or link of what is withheld", async () => {
    const { out } = await run(command, "--audience", "abroad");
    for (const hidden of [
      "not close the old lighthouse",
      "lighthouse burned",
      "Tribune",
      "News of the lighthouse",
      "org/tribune",
    ])
      expect(out.replace(/"question":"[^"]*"|"claim":"[^"]*"|^“.*”$/gm, "")).not.toContain(hidden);
    expect(out).not.toContain("https://example.org/herald");
  });

  test("an audience that nobody knows is told in one line", async () => {
    const { code, out, err } = await run(command, "--audience", "mars");
    expect([code, out]).toEqual([2, ""]);
    expect(err).toMatch(/^onrecord: no audience "mars".*everyone, abroad, school\n$/);
  });
});

test("the AUDIENCE setting holds where no option is given; the option goes before it", async () => {
  const asked = (env: Record<string, string>, ...more: string[]) =>
    runCommand(["quote", "--json", "--corpus", ruled(), ...more], { env });
  expect((await asked({ AUDIENCE: "abroad" })).out).toContain("A court said so.");
  expect((await asked({ AUDIENCE: "abroad" }, "--audience", "school")).out).not.toContain("A court said so.");
  expect((await asked({ AUDIENCE: "mars" })).code).toBe(2);
});

test("a headline stands with its link and the reason where no words may", async () => {
  const { json } = await run(["quote", "Anna Berg", "--json"], "--audience", "school");
  expect(json()).toEqual([
    {
      outlet: "Herald",
      headline: "News of the bridge",
      published: "2021-03-05",
      url: "https://example.org/herald",
      held: { show: "headline-only", reason: "Not for class." },
    },
  ]);
});

test("budgets count for an audience that is given", async () => {
  const { json } = await run(["quote", "Tom Reed", "--json"], "--audience", "school");
  expect(json()).toMatchObject([{ outlet: "Tribune", held: { show: "over-budget" } }]);
});
