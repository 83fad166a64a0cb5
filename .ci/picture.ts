/*
 * Draws the README's picture of a conversation from what the bot really says, as an SVG. Run it after a change that shows:
 *
 *   node .ci/picture.ts > .github/conversation.svg
 */
import { spawnSync } from "node:child_process";
import { join } from "node:path";

const asked = [
  "How many sources of content were blocked?",
  "Who is the mayor of Paris?",
  "/quote Peskov",
  "/check “We are not going to block anybody – we are going to work with them.”",
];

interface Entity {
  readonly type: string;
  readonly offset: number;
  readonly length: number;
}
interface Message {
  readonly event: string;
  readonly text: string;
  readonly entities?: readonly Entity[];
  readonly reply_markup?: { readonly inline_keyboard: readonly (readonly { readonly text: string }[])[] };
}
interface Word {
  readonly text: string;
  readonly styles: ReadonlySet<string>;
}

const size = 15;
const line = 21;
const widest = 560;
const canvas = 660;
/** Widths of a common sans-serif face, in parts of its size; wide enough for every system's own. */
const widthOf = (text: string, isBold: boolean) =>
  Array.from(text).reduce(
    (sum, c) =>
      sum + (/[iljtf.,:;'’‘|! ]/.test(c) ? 0.34 : /[mwMW—@]/.test(c) ? 0.92 : /[A-Z0-9_“”#&]/.test(c) ? 0.66 : 0.565),
    0,
  ) *
  size *
  (isBold ? 1.13 : 1);
const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

function wordsOf({ text, entities = [] }: Message, from: number, to: number): Word[] {
  const words: Word[] = [];
  for (const match of text.slice(from, to).matchAll(/\S+\s*/gu)) {
    const start = from + match.index;
    // A word may change its style inside ("−anybody" is one piece, a linked word with a comma two).
    const cuts = new Set([
      start,
      start + match[0].length,
      ...entities
        .flatMap((e) => [e.offset, e.offset + e.length])
        .filter((c) => c > start && c < start + match[0].length),
    ]);
    const sorted = [...cuts].sort((a, b) => a - b);
    for (let i = 0; i + 1 < sorted.length; i++) {
      const [a = 0, b = 0] = [sorted[i], sorted[i + 1]];
      words.push({
        text: text.slice(a, b),
        styles: new Set(entities.filter((e) => e.offset <= a && e.offset + e.length >= b).map((e) => e.type)),
      });
    }
  }
  return words;
}

function wrap(words: readonly Word[], width: number): Word[][] {
  const lines: Word[][] = [[]];
  let used = 0;
  for (const word of words) {
    const w = widthOf(word.text, word.styles.has("bold"));
    if (used + w > width && used > 0) {
      lines.push([]);
      used = 0;
    }
    lines.at(-1)?.push(word);
    used += w;
  }
  return lines;
}

let y = 24;
const out: string[] = [];

function bubble(message: Message, mine: boolean): void {
  const quotes = (message.entities ?? []).filter((e) => e.type.endsWith("blockquote"));
  const rows: { words: Word[]; quoted: boolean }[] = [];
  let at = 0;
  const plain = (to: number) => {
    for (const [i, part] of message.text.slice(at, to).split("\n").entries()) {
      const from = at + message.text.slice(at, to).split("\n").slice(0, i).join("\n").length + (i > 0 ? 1 : 0);
      if (part === "") rows.push({ words: [], quoted: false });
      else
        for (const words of wrap(wordsOf(message, from, from + part.length), widest - 28))
          rows.push({ words, quoted: false });
    }
  };
  for (const q of quotes) {
    if (q.offset > at) plain(message.text[q.offset - 1] === "\n" ? q.offset - 1 : q.offset);
    for (const words of wrap(wordsOf(message, q.offset, q.offset + q.length), widest - 48))
      rows.push({ words, quoted: true });
    at = q.offset + q.length + (message.text[q.offset + q.length] === "\n" ? 1 : 0);
  }
  if (at < message.text.length) plain(message.text.length);
  const widthNeeded = Math.max(
    ...rows.map((r) => r.words.reduce((s, w) => s + widthOf(w.text, w.styles.has("bold")), 0) + (r.quoted ? 20 : 0)),
  );
  const width = Math.min(widest, widthNeeded + 28);
  const heights = rows.map((r) => (r.words.length === 0 ? line * 0.5 : line));
  const height = heights.reduce((a, b) => a + b, 0) + 18;
  const x = mine ? canvas - width - 20 : 20;
  out.push(
    `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="14" fill="${mine ? "#e3fbc9" : "#ffffff"}" stroke="#d5dde3"/>`,
  );
  let top = y + 9;
  rows.forEach(({ words, quoted }, i) => {
    if (quoted)
      out.push(
        `<rect x="${x + 12}" y="${top}" width="${width - 24}" height="${line}" fill="#eef4fa"/><rect x="${x + 12}" y="${top}" width="3" height="${line}" fill="#3b8dd4"/>`,
      );
    const spans = words.map(({ text, styles }) => {
      const isLink = styles.has("text_link") || styles.has("bot_command");
      const css = [
        styles.has("bold") ? 'font-weight="600"' : "",
        styles.has("italic") ? 'font-style="italic"' : "",
        styles.has("strikethrough")
          ? 'text-decoration="line-through"'
          : styles.has("underline")
            ? 'text-decoration="underline"'
            : "",
        isLink ? 'fill="#1f6fb5"' : styles.has("italic") ? 'fill="#6b7780"' : "",
      ].join(" ");
      return `<tspan ${css}>${escaped(text)}</tspan>`;
    });
    if (words.length > 0)
      out.push(`<text x="${x + (quoted ? 26 : 14)}" y="${top + 15}" xml:space="preserve">${spans.join("")}</text>`);
    top += heights[i] ?? line;
  });
  y += height + 6;
  for (const row of message.reply_markup?.inline_keyboard ?? []) {
    const each = (width - 6 * (row.length - 1)) / row.length;
    row.forEach((b, i) => {
      out.push(
        `<rect x="${x + i * (each + 6)}" y="${y}" width="${each}" height="30" rx="9" fill="#8fa9bd"/><text x="${x + i * (each + 6) + each / 2}" y="${y + 20}" text-anchor="middle" fill="#ffffff" font-weight="600">${escaped(b.text)}</text>`,
      );
    });
    y += 36;
  }
  y += 12;
}

const home = join(import.meta.dirname, "..");
const run = spawnSync(process.execPath, ["src/main.ts", "chat", "--json"], {
  cwd: home,
  input: asked.join("\n"),
  encoding: "utf8",
});
const said = run.stdout
  .split("\n")
  .filter(Boolean)
  .map((l): Message => JSON.parse(l));
if (said.length !== asked.length)
  throw new Error(`expected ${asked.length} answers, got ${said.length}: ${run.stderr}`);
asked.forEach((text, i) => {
  const command = /^\/\w+/.exec(text);
  bubble(
    {
      event: "message",
      text,
      entities: command ? [{ type: "bot_command", offset: 0, length: command[0].length }] : [],
    },
    true,
  );
  const answer = said[i];
  if (answer) bubble(answer, false);
});
console.log(
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${canvas} ${y + 8}" font-family="system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'DejaVu Sans', sans-serif" font-size="${size}" fill="#1b2227" role="img" aria-label="A conversation with the bot">`,
);
console.log(`<rect width="${canvas}" height="${y + 8}" rx="18" fill="#cfe0ea"/>`);
console.log(`${out.join("\n")}\n</svg>`);
