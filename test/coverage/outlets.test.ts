import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { loadCorpus } from "../../src/coverage/corpus.ts";
import { loadOutlets } from "../../src/coverage/outlets.ts";
import { projectDir, temporaryFolder } from "../support/folders.ts";

const read = (yaml: string) => loadOutlets(temporaryFolder({ "outlets.yaml": yaml }));

const herald = `
audiences:
  abroad: readers abroad
outlets:
  The Herald:
    also: [Herald, "Вестник"]
    home: https://www.herald.example/news
    hosts: [hrld.example]
    paywall: true
    label: { owner: Herald Trust, source: https://herald.example/about }
    words: 40
    policy:
      abroad: { show: no-link, reason: { en: "Licensed at home only.", ru: "Только для своих." } }
`;

describe("outlets.yaml", () => {
  test("a corpus without one holds nothing back and knows no labels", () => {
    expect(loadOutlets(temporaryFolder()).all).toEqual([]);
  });

  test("labels, policies and reasons; a reason in one language stands for all", () => {
    const [outlet] = read(herald).all;
    expect(outlet).toMatchObject({
      name: "The Herald",
      paywall: true,
      words: 40,
      label: {
        owner: { en: "Herald Trust", ru: "Herald Trust" },
        funding: null,
        source: ["https://herald.example/about"],
      },
      policy: { abroad: { show: "no-link", reason: { ru: "Только для своих." } } },
    });
  });

  test.each([
    ["its name, however spaced and cased", { outlet: "the  herald", url: null }],
    ["another of its names", { outlet: "Вестник", url: null }],
    ["its home's host", { outlet: null, url: "https://herald.example/1" }],
    [
      "a host below it, for an outlet of a name that nobody knows",
      { outlet: "H.", url: "https://on.herald.example/1" },
    ],
    ["another of its hosts", { outlet: null, url: "http://hrld.example/x" }],
  ])("an article's outlet is found by %s", (_, article) => {
    expect(read(herald).of(article)?.name).toBe("The Herald");
  });

  test.each([
    ["another name and host", { outlet: "Tribune", url: "https://tribune.example/" }],
    ["a host that only ends like it", { outlet: null, url: "https://notherald.example/" }],
    ["nothing", { outlet: null, url: null }],
  ])("an article with %s is none of its", (_, article) => {
    expect(read(herald).of(article)).toBeNull();
  });

  test.each([
    ["outlets:\n  A:\n    polcy: {}", /outlets\.yaml:3: outlets\.A\.polcy: no such key/],
    ["outlets:\n  A:\n    paywall: true\n    words: many", /outlets\.yaml:4: outlets\.A\.words: /],
    ["outlets:\n  A:\n    policy:\n      eu: { show: full }", /outlets\.yaml:4: .*eu: no such audience/],
    ["outlets:\n  A:\n    policy:\n      everyone: { show: hidden }", /outlets\.yaml:4: .*one of full, no-link/],
    ["outlets:\n  A:\n    policy:\n      everyone: { show: withheld }", /outlets\.yaml:4: .*say the reason/],
    ["outlets:\n  A: {}\n  B:\n    also: [a]", /outlets\.yaml:3: .*"a" is already A/],
    ["outlets:\n  A:\n    label: { owner: X }", /outlets\.yaml:3: .*source: /],
    ["outlets: [\n", /outlets\.yaml:\d: not YAML/],
    ["outlets:\n  A: {}\n  A: {}", /outlets\.yaml:3: not YAML: .*unique/],
  ])("what is wrong in %j is said with its line", (yaml, problem) => {
    expect(() => read(yaml)).toThrow(problem);
  });

  test("a corpus whose outlets.yaml cannot be read is not loaded: no policy must pass for none", () => {
    expect(() => loadCorpus(temporaryFolder({ "outlets.yaml": "outlets: 3" }))).toThrow(/outlets\.yaml:1: outlets: /);
  });

  test("what may be shown is part of the corpus's state", () => {
    const bare = loadCorpus(temporaryFolder()).stamp.hash;
    expect(loadCorpus(temporaryFolder({ "outlets.yaml": herald })).stamp.hash).not.toBe(bare);
  });
});

describe("the bundled outlets", () => {
  const { outlets, live } = loadCorpus(join(projectDir, "corpus"));

  test("every outlet of the coverage has the same three facts with their source", () => {
    for (const article of live.filter((a) => a.outlet !== null)) {
      const label = outlets.of(article)?.label;
      expect([label?.owner, label?.funding, label?.seat, label?.source], `${article.outlet}`).not.toContain(null);
      expect(label).toBeTruthy();
    }
  });

  test("everyone sees all of it unless another audience was set", () => {
    for (const outlet of outlets.all) expect(outlet.policy["everyone"]).toBeUndefined();
  });
});
