import type { Message } from "grammy/types";
import { describe, expect, test } from "vitest";
import { timeline, wholeCoverage } from "../../src/answer/timeline.ts";
import type { ChatEvent } from "../../src/cli/chat/events.ts";
import { isFault } from "../../src/cli/chat/events.ts";
import { packTimelineKey, unpackTimelineKey } from "../../src/telegram/callback-data.ts";
import { drawPicture } from "../../src/telegram/picture/picture.ts";
import { catalogue } from "../../src/telegram/texts.ts";
import { articleOf } from "../support/articles.ts";
import { messagesOf, playBot } from "../support/bot.ts";
import { bundledLibrary, libraryOf } from "../support/libraries.ts";

const library = bundledLibrary();

/** The labels of all buttons but the one that shares the question. */
const labels = (message: Message | undefined) =>
  (message?.reply_markup?.inline_keyboard.flat() ?? [])
    .filter((b) => !("switch_inline_query_chosen_chat" in b))
    .map((b) => b.text);
const kinds = (events: readonly ChatEvent[]) => events.map((e) => e.event);
const fileOf = (events: readonly ChatEvent[]) => events.flatMap((e) => (e.event === "document" ? [e] : []))[0];

/** A bot that was asked for a timeline; `press` gives the message as it is then, and checks that every press is answered. */
async function asked(command: string, language: "en" | "ru" = "en", lib = library) {
  const played = await playBot(lib, { language });
  const [message] = messagesOf(await played.say(command));
  const id = message?.message_id ?? 0;
  return {
    message,
    played,
    press: async (button: string) => {
      const events = await played.press(button, id);
      expect(events.filter(isFault)).toEqual([]);
      expect(kinds(events)).toContain("callback");
      return { events, message: messagesOf(events).at(-1) };
    },
  };
}

describe.each(["en", "ru"] as const)("below a timeline, in %s", (language) => {
  const t = catalogue[language];
  const b = t.timelineButtons;

  test("coarser and finer lead through the stretches and back to the same page", async () => {
    const { message, press } = await asked("/timeline", language);
    expect(labels(message)).toEqual([expect.stringContaining(t.more), b.coarser(b.week), b.why, b.picture, b.export]);
    const weeks = await press(b.coarser(b.week));
    expect(weeks.message?.text).toContain("▪");
    expect(labels(weeks.message)).toContain(b.finer(b.list));
    const inMonths = await press(b.coarser(b.month));
    expect(inMonths.message?.text).toMatch(
      language === "ru" ? /▪ январь 2021 г\.: событий: 1/ : /▪ January 2021: 1 event\n/,
    );
    const years = await press(b.coarser(b.year));
    expect(years.message?.text).toContain(`▪ 2018: ${t.picture.events(3)}`);
    expect(labels(years.message)).not.toContain(b.coarser(b.year));
    await press(b.finer(b.month));
    await press(b.finer(b.week));
    const back = await press(b.finer(b.list));
    expect(back.message?.text).toBe(message?.text);
    expect(back.message?.reply_markup).toEqual(message?.reply_markup);
  });

  test("a layout stays while pages are turned, and a page while the layout changes", async () => {
    const { press, played, message } = await asked("/timeline", language);
    const first = await press(b.coarser(b.week));
    const second = await press(labels(first.message)[0] ?? "");
    expect(second.message?.text).toContain("▪");
    expect(second.message?.text).not.toBe(first.message?.text);
    const list = await press(b.finer(b.list));
    expect(labels(list.message).slice(0, 2)).toEqual([
      `‹ ${t.back}`,
      expect.stringContaining(t.pageOf(2, 0).replace("0", "")),
    ]);
    expect(played.api.message(message?.message_id ?? 0)?.text).toBe(list.message?.text);
  });

  test("the reasons: words, rule, anchor, the other reading, and the way back to the page", async () => {
    const { message, press } = await asked("/timeline", language);
    const why = await press(b.why);
    const text = why.message?.text ?? "";
    expect(text.startsWith(t.why.head)).toBe(true);
    expect(text).toContain(`“2012” ${t.why.itself("2012")}: ${t.why.rules.stated}`);
    expect(text).toContain(t.why.rules.offset);
    expect(text).toContain(`${t.why.countedFrom} “Wednesday”`);
    expect(text).toContain(t.why.rules["weekday-same-day"]);
    expect(text).toContain("The Moscow Times)");
    expect(text).toContain(t.why.otherReading(language === "ru" ? "8 августа 2018 г." : "8 Aug 2018"));
    const back = await press(`‹ ${b.backToTimeline}`);
    expect(back.message?.text).toBe(message?.text);
    expect(back.message?.reply_markup).toEqual(message?.reply_markup);
  });

  test("the picture comes as a PNG: in the chat where it can be read there, else as a file", async () => {
    const long = await asked("/timeline", language);
    const inFile = fileOf((await long.press(b.picture)).events);
    expect(inFile?.call.method).toBe("sendDocument");
    expect(inFile?.file.name).toBe("timeline.png");
    expect(inFile?.message.caption).toContain(t.pictureInFull);
    const short = await asked("/timeline 2021-03-03", language);
    const { events } = await short.press(b.picture);
    const photo = fileOf(events);
    expect(photo?.call.method).toBe("sendPhoto");
    expect(photo?.file.data.subarray(0, 8)).toEqual(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]));
    expect(photo?.message.reply_to_message?.message_id).toBe(short.message?.message_id);
    expect(kinds(events)).toEqual(["action", "document", "callback"]);
  });

  test("a file in each format, chosen below the page, and back", async () => {
    const { message, press } = await asked("/timeline Twitter 2021", language);
    const choice = await press(b.export);
    expect(choice.message?.text).toBe(message?.text);
    expect(labels(choice.message)).toEqual([...Object.values(b.formats), `‹ ${b.backToTimeline}`]);
    const starts = {
      ics: "BEGIN:VCALENDAR",
      csv: "\ufeffid,edtf,",
      json: '{\n  "request"',
      timelinejs: '{\n  "title"',
    };
    for (const [format, start] of Object.entries(starts)) {
      const sent = fileOf((await press(b.formats[format as keyof typeof starts])).events);
      expect(sent?.file.name).toBe(`timeline-twitter.${format === "timelinejs" ? "timelinejs.json" : format}`);
      expect(sent?.file.data.toString("utf8").startsWith(start)).toBe(true);
      expect(sent?.message.caption).toContain("Twitter: ");
    }
    expect((await press(`‹ ${b.backToTimeline}`)).message?.reply_markup).toEqual(message?.reply_markup);
  });
});

describe("what cannot be", () => {
  const { en } = catalogue;

  test("nothing found has no buttons; nothing dated is said instead of drawn", async () => {
    expect(labels((await asked("/timeline zebulonquist")).message)).toEqual([]);
    const undated = libraryOf(articleOf("The port closed two days after the flood.", { id: "u" }));
    const { message, press } = await asked("/timeline", "en", undated);
    expect(labels(message)).toEqual([en.timelineButtons.why, en.timelineButtons.export]);
    const why = await press(en.timelineButtons.why);
    expect(why.message?.text).toContain(en.why.rules.undated);
    expect(why.message?.text).toContain(en.why.publishedUnknown);
    await press(`‹ ${en.timelineButtons.backToTimeline}`);
    await press(en.timelineButtons.export);
    const { events } = await press(en.timelineButtons.formats.ics);
    expect(events).toMatchObject([{ event: "callback", text: en.noExport, alert: true }]);
    expect(fileOf((await press(en.timelineButtons.formats.csv)).events)?.file.data.toString()).toContain(
      "two days after",
    );
  });

  test("dates that contradict each other are set against each other, in words and in the picture", async () => {
    const both = libraryOf(
      articleOf("A court in Omsk fined the river port for dumping oil on March 31.", {
        id: "a",
        outlet: "Post",
        published: "2021-04-02",
      }),
      articleOf("The Omsk river port was fined for dumping oil by a court on March 29.", {
        id: "b",
        outlet: "Crier",
        published: "2021-04-05",
      }),
    );
    const { press } = await asked("/timeline", "en", both);
    const text = (await press(en.timelineButtons.why)).message?.text ?? "";
    expect(text).toMatch(/Against it: (?:29|31) Mar 2021 by “March (?:29|31)” \((?:Post|Crier)\)\./);
    expect(text).toContain(en.why.otherReading("31 Mar 2022").slice(0, 20));
    const picture = drawPicture(both.corpus, timeline(both, wholeCoverage), "en");
    expect(picture?.svg).toMatch(/>but 2021-03-(?:29|31) in (?:Post|Crier)</);
  });

  test.each([
    ["1:t:1", true],
    ["1:t:0:week-0", true],
    ["1:t:zz:list-0", true],
    ["1:t:0:hour-0", false],
    ["1:w:0", false],
    ["1:w:0:list-zz", false],
    ["1:p:0:", false],
    ["1:f:0:list-0-exe", false],
    ["1:f:0:list-0", false],
    ["0:t:1", false],
  ])("data %s: followed %s, refused kindly otherwise", async (data, isFollowed) => {
    const { played, message } = await asked("/timeline");
    const from = { id: 1_000_001, is_bot: false, first_name: "You", language_code: "en" };
    const query = { id: "77", from, chat_instance: "1", data };
    const full = played.api.message(message?.message_id ?? 0);
    // The stand-in answers only queries of its own: press a real button with its data exchanged.
    const [button] = full?.reply_markup?.inline_keyboard.flat() ?? [];
    if (button && "callback_data" in button) Object.assign(button, { callback_data: query.data });
    const events = await played.press(data, message?.message_id ?? 0);
    const alerts = events.flatMap((e) => (e.event === "callback" && e.alert ? [e.text] : []));
    expect(alerts).toEqual(isFollowed ? [] : [en.stale]);
    expect(events.filter(isFault)).toEqual([]);
  });

  test("keys come out as they went in, and nothing else does", () => {
    for (const key of [
      { layout: "list", page: 0, format: null },
      { layout: "month", page: 1_000_000, format: "timelinejs" },
    ] as const) {
      expect(unpackTimelineKey(packTimelineKey(key))).toEqual(key);
      expect(packTimelineKey(key).length).toBeLessThanOrEqual(22);
    }
    for (const key of ["", "list", "list-", "list-0-", "LIST-0", "list-0-ics-0"])
      expect(unpackTimelineKey(key)).toBeNull();
  });
});
