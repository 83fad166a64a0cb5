import { describe, expect, it } from "vitest";
import { sniff } from "../../src/ingest/sniff.ts";

describe("sniff", () => {
  it.each([
    ["html", "<!DOCTYPE html><html><body><p>x</p></body></html>"],
    ["html", "\n\n<!-- saved page --><html lang=en><p>x"],
    ["html", "<p>One</p><p>Two</p>"],
    ["html", '<?xml version="1.0"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml"></html>'],
    ["html", "Headline\n<div><p>One</p><p>Two</p><p>Three</p></div>"],
    ["feed", '<?xml version="1.0"?><!-- made by hand --><rss version="2.0"><channel/></rss>'],
    ["feed", '<feed xmlns="http://www.w3.org/2005/Atom"></feed>'],
    ["feed", '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "b">]><rdf:RDF></rdf:RDF>'],
    ["feed", '{"version": "https://jsonfeed.org/version/1.1", "items": []}'],
    ["jsonl", '{"text": "One"}\n{"text": "Two"}\n'],
    ["jsonl", '{"text": broken}\n{"text": "<p>Two</p><p></p><p></p>"}\n'],
    ["markdown", "---\ntitle: Pier to close\n---\nText"],
    ["markdown", "---\r\n# facts\r\nid: x\r\n---\r\nText"],
    ["page-text", "Pier to close\n\nThe board voted on Tuesday.\n"],
    ["page-text", "---\nJust a rule above the text\n---\nand one below"],
    ["page-text", "In HTML a paragraph begins with <p>, the article says.\nThat is all."],
    ["page-text", "{not json} is how the line begins"],
    ["page-text", ""],
  ])("recognises %s by what stands in it: %j", (kind, text) => {
    for (const name of ["capture", "capture.bin", "capture.txt"]) expect(sniff(text, name)).toBe(kind);
  });

  it("is not misled by the name", () => {
    expect(sniff("<!doctype html><p>x", "feed.xml")).toBe("html");
    expect(sniff("Pier to close\n\nThe board voted.", "page.html")).toBe("page-text");
    expect(sniff('{"text": "One"}', "text.txt")).toBe("jsonl");
  });

  it("lets the name decide between two readings", () => {
    expect(sniff('{"text": "cut off', "articles.jsonl")).toBe("jsonl");
    expect(sniff('{"text": "cut off', "articles.txt")).toBe("page-text");
    expect(sniff("Headline <p>text", "a.html")).toBe("html");
    expect(sniff("Headline <p>text", "a.txt")).toBe("page-text");
  });
});
