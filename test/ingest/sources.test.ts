import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { InputError } from "../../src/coverage/errors.ts";
import { Sources } from "../../src/ingest/sources.ts";
import { temporaryFolder, writeFiles } from "../support/folders.ts";

describe("sources.yaml", () => {
  it("tells of each capture of its folder by its file's name", () => {
    const dir = temporaryFolder({
      "sources.yaml": "a.txt:\n  outlet: RT\n  published: 2021-03-04\nb.txt:\n",
      "sub/sources.yaml": "a.txt: {outlet: Sub}",
    });
    const sources = new Sources();
    expect(sources.of(join(dir, "a.txt"))).toEqual({ outlet: "RT", published: "2021-03-04" });
    expect(sources.of(join(dir, "b.txt"))).toEqual({});
    expect(sources.of(join(dir, "c.txt"))).toEqual({});
    expect(sources.of(join(dir, "sub", "a.txt"))).toEqual({ outlet: "Sub" });
    expect(sources.of(join(dir, "none", "a.txt"))).toEqual({});
  });

  it("names captures that are not there", () => {
    const dir = temporaryFolder({ "sources.yaml": "a.txt:\nb.txt:\nsub/c.txt:\n", "a.txt": "", "sub/c.txt": "" });
    expect(new Sources().unmatched(join(dir, "a.txt"))).toEqual(["b.txt", "sub/c.txt"]);
    expect(new Sources().unmatched(join(dir, "sub", "c.txt"))).toEqual([]);
  });

  it("may be empty", () => {
    const dir = temporaryFolder({ "sources.yaml": "# nothing yet\n" });
    expect(new Sources().of(join(dir, "a.txt"))).toEqual({});
  });

  it("knows nothing of a file that bears the name of a part of every object", () => {
    const dir = temporaryFolder({ "sources.yaml": "a.txt: {outlet: RT}\n" });
    for (const name of ["constructor", "__proto__", "toString"]) {
      expect(new Sources().of(join(dir, name))).toEqual({});
    }
  });

  it.each([
    ["a.txt: [", "not YAML"],
    ["a.txt:\n  outlte: RT", 'a.txt: Unrecognized key: "outlte"; the keys are outlet, headline, byline,'],
    ["a.txt:\n  published: 4 March", "a.txt.published"],
    ["a.txt:\n  url: www.rt.com", "a.txt.url"],
    ["a.txt: RT", "a.txt"],
    ["- a.txt", "expected"],
  ])("%j is refused in one line with the file and the key", (content, message) => {
    const dir = temporaryFolder();
    writeFiles(dir, { "sources.yaml": content });
    const read = () => new Sources().of(join(dir, "a.txt"));
    expect(read).toThrow(InputError);
    expect(read).toThrow(message);
    expect(read).toThrow("sources.yaml");
    expect(read).not.toThrow(/\n/);
  });
});
