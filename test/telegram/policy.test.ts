import { describe, expect, test } from "vitest";
import { openLibrary } from "../../src/answer/library.ts";
import type { ChatEvent } from "../../src/cli/chat/events.ts";
import { makeCorpus } from "../../src/coverage/corpus.ts";
import { makeOutlets } from "../../src/coverage/outlets.ts";
import { catalogue } from "../../src/telegram/texts.ts";
import { articleOf } from "../support/articles.ts";
import { buttonOf, messagesOf, playBot, postsOf } from "../support/bot.ts";

const { en } = catalogue;
const text =
  "The ferry ran aground near Narva on Friday. The captain said: “We saw no light at all that night.” Forty people were aboard the ferry.";
const url = "https://gazette.example.com/1";
const asked = "Where did the ferry run aground?";

/** A coverage of one outlet, of which an audience is shown so much. */
function played(show: "full" | "no-link" | "headline-only" | "withheld", words: number | null = null) {
  const reason = { en: "A court said so.", ru: "Так решил суд." };
  const outlets = makeOutlets({
    audiences: { some: { en: "some", ru: "некоторые" } },
    outlets: {
      Gazette: {
        also: [],
        home: null,
        hosts: [],
        paywall: null,
        label: {
          owner: { en: "A Trust", ru: "Траст" },
          funding: null,
          seat: null,
          source: ["https://a.example.com/"],
          checked: null,
        },
        words,
        policy: show === "full" ? {} : { some: { show, reason } },
      },
    },
  });
  const article = articleOf(text, { outlet: "Gazette", headline: "Ferry aground", published: "2021-03-04", url });
  return playBot(openLibrary(makeCorpus([article], outlets)), { audienceOf: () => "some" });
}
const sent = (events: readonly ChatEvent[]) => JSON.stringify(events.map((e) => ("call" in e ? e.call.params : e)));

describe.each(["no-link", "headline-only", "withheld"] as const)("an outlet of which is shown: %s", (show) => {
  test.each([
    asked,
    "/quote",
    "/quote captain",
    "/timeline",
    "/check “We saw no light at all that night”",
    "/about",
    "/start p_RECEIPT",
  ])("%s", async (typed) => {
    const { api, say, inline, press } = await played(show);
    const [open] = messagesOf(await (await played("full")).say(asked));
    const context = buttonOf(open, en.context);
    const receipt = (context && "callback_data" in context ? context.callback_data : "").split("-").at(-1) ?? "";
    const events = await say(typed.replace("RECEIPT", receipt));
    const id = messagesOf(events)[0]?.message_id ?? 0;
    const buttons = () => api.message(id)?.reply_markup?.inline_keyboard.flat() ?? [];
    const first = buttons();
    for (let i = 0; i < first.length; i++) {
      const [there, at] = [buttons()[i], first[i]];
      if (there && at && there.text === at.text && "callback_data" in there) events.push(...(await press(i + 1, id)));
    }
    if (!typed.startsWith("/start")) events.push(...(await inline(typed)));
    const all = sent(events);
    if (show !== "headline-only") expect(all.includes("gazette.example.com")).toBe(false);
    if (show !== "no-link") expect(all).not.toContain("ran aground");
    if (show === "withheld") expect(all).not.toContain("Gazette");
  });

  test("the reason is given", async () => {
    const { say } = await played(show);
    expect(messagesOf(await say(asked))[0]?.text).toContain(`${en.policy[show]("A court said so.")}`);
  });
});

test("a label once an answer; links open at the words; a preview of the one source", async () => {
  const events = await (await played("full")).say(asked);
  const [message] = messagesOf(events);
  expect(message?.text?.split("owner: A Trust")).toHaveLength(2);
  const links = (message?.entities ?? []).flatMap((e) => (e.type === "text_link" ? [e.url] : []));
  expect(links).toContainEqual(expect.stringContaining(`${url}#:~:text=`));
  const source = message?.reply_markup?.inline_keyboard.flat().find((b) => b.text.startsWith(en.source));
  expect(source).toMatchObject({ url: expect.stringContaining("#:~:text=") });
  expect(sent(events)).toContain(JSON.stringify({ url, prefer_small_media: true }));
});

test("an outlet's budget ends its words in an answer; every post has a budget of its own", async () => {
  const { say, inline } = await played("full", 9);
  const [message] = messagesOf(await say("/quote"));
  expect(message).toBeDefined();
  const [answer] = messagesOf(await say("What about the ferry, the captain and the forty people?"));
  expect(answer?.text).toContain("Left out");
  expect(postsOf(await inline(asked))[0]?.content.text).toContain("ran aground");
});
