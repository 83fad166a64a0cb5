import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { describe, expect, it } from "vitest";
import { projectDir } from "./support/folders.ts";
import { houseProblems } from "./support/house.ts";

/** Every file of `src/` by its place there. */
function sources(): Map<string, string> {
  const src = join(projectDir, "src");
  return new Map(
    readdirSync(src, { recursive: true, withFileTypes: true })
      .filter((e) => e.isFile() && e.name.endsWith(".ts"))
      .map((e) => join(e.parentPath, e.name))
      .map((path) => [relative(src, path).split(sep).join("/"), readFileSync(path, "utf8")]),
  );
}

describe("the house (DESIGN.md §3)", () => {
  it("has imports that point down only, and no circles", () => {
    expect(houseProblems(sources())).toEqual([]);
  });

  it.each([
    ["language/words.ts", "../telegram/bot.ts", "language/words.ts: imports telegram/bot.ts, which is above it"],
    ["coverage/errors.ts", "./store.ts", "circle: coverage/errors.ts → coverage/store.ts → coverage/errors.ts"],
    ["cli/program.ts", "../main.ts", "cli/program.ts: imports main.ts, which nothing may"],
  ])("would not bear an import in %s of %s", (file, specifier, problem) => {
    const files = sources();
    files.set(file, `${files.get(file)}\nimport "${specifier}";\n`);
    expect(houseProblems(files)).toContain(problem);
  });
});

describe("the check of the house", () => {
  const problems = (files: Record<string, string>) =>
    houseProblems(
      new Map(
        Object.entries({
          "language/words.ts": "",
          "coverage/article.ts": "",
          "coverage/errors.ts": "",
          "telegram/bot.ts": "",
          "main.ts": "",
          "config.ts": "",
          "log.ts": "",
          ...files,
        }),
      ),
    );

  it.each([
    ["a static import", 'import { a } from "../telegram/bot.ts";'],
    ["an import of many lines", 'import {\n  a,\n  type B,\n} from "../telegram/bot.ts";'],
    ["an import for its effects", 'import "../telegram/bot.ts";'],
    ["an import of types", 'import type { A } from "../telegram/bot.ts";'],
    ["an import of everything", 'import * as a from "../telegram/bot.ts";'],
    ["a re-export", 'export { a } from "../telegram/bot.ts";'],
    ["a re-export of everything", 'export * from "../telegram/bot.ts";'],
    ["a dynamic import", 'const f = async () => {\n  const { a } = await import("../telegram/bot.ts");\n};'],
    ["a dynamic import over lines", 'const f = () =>\n  import(\n    "../telegram/bot.ts"\n  );'],
    ["a type in place", 'type A = import("../telegram/bot.ts").A;'],
  ])("finds %s that points up", (_, source) => {
    expect(problems({ "answer/ask.ts": source })).toEqual([
      "answer/ask.ts: imports telegram/bot.ts, which is above it",
    ]);
  });

  it.each([
    [
      "nobody's import of main.ts",
      { "cli/a.ts": 'import "../main.ts";' },
      "cli/a.ts: imports main.ts, which nothing may",
    ],
    [
      "a file that is not there",
      { "cli/a.ts": 'import "./b.ts";' },
      "cli/a.ts: imports cli/b.ts, which does not exist",
    ],
    [
      "a room that is not there",
      { "attic/a.ts": 'import "../language/words.ts";' },
      "attic/a.ts: imports language/words.ts: no such room",
    ],
    [
      "a way out",
      { "cli/a.ts": 'import "../../seeds/a.ts";' },
      "cli/a.ts: imports ../seeds/a.ts, which does not exist",
    ],
    [
      "an import by a variable",
      { "cli/a.ts": "await import(name);" },
      "cli/a.ts: import(name); cannot be checked; import a file by its name",
    ],
    [
      "an import by a template",
      { "cli/a.ts": "await import(`./$" + "{name}.ts`);" },
      "cli/a.ts: import(`./$" + "{name}.ts`); cannot be checked; import a file by its name",
    ],
    [
      "settings read below the command line",
      { "answer/a.ts": 'import { readSettings } from "../config.ts";' },
      "answer/a.ts: imports config.ts for more than its types",
    ],
    [
      "settings that know a room",
      { "config.ts": 'import "./language/words.ts";' },
      "config.ts: imports language/words.ts",
    ],
    [
      "a circle",
      {
        "answer/c.ts": 'import "./a.ts";',
        "answer/a.ts": 'import "./b.ts";',
        "answer/b.ts": 'const c = await import("./c.ts");',
      },
      "circle: answer/a.ts → answer/b.ts → answer/c.ts → answer/a.ts",
    ],
    ["a file that imports itself", { "answer/a.ts": 'import "./a.ts";' }, "circle: answer/a.ts → answer/a.ts"],
  ])("finds %s", (_, files, problem) => {
    expect(problems(files)).toEqual([problem]);
  });

  it("lets pass what is right", () => {
    expect(
      problems({
        "answer/a.ts": [
          'import { createHash } from "node:crypto";',
          'import { z } from "zod";',
          'import { w } from "../language/words.ts";',
          'import type { Settings } from "../config.ts";',
          'import { createLog } from "../log.ts";',
          'import type { B } from "./b.ts";',
          "// import('../telegram/bot.ts') in a comment",
          "/**",
          ' * import "../telegram/bot.ts";',
          " */",
        ].join("\n"),
        "answer/b.ts": 'import { a } from "./a.ts";',
        "cli/c.ts": 'import { readSettings } from "../config.ts";\nconst bot = await import("../telegram/bot.ts");',
        "config.ts": 'import { InputError } from "./coverage/errors.ts";',
      }),
    ).toEqual([]);
  });
});
