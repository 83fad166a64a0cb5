import { describe, expect, test } from "vitest";
import { catalogue } from "../../src/telegram/texts.ts";
import { articleOf } from "../support/articles.ts";
import { messagesOf, playBot } from "../support/bot.ts";
import { libraryOf } from "../support/libraries.ts";

const { en } = catalogue;
const library = libraryOf(
  articleOf(
    "“We will not close the old bridge before winter,” said Anna Berg. “The taxes must never rise again,” Anna Berg said.",
    { id: "a" },
  ),
  articleOf("“We counted every ship at the bridge twice,” said Tom Berg.", { id: "b" }),
);

test("one of several people is chosen by a button, and the topic still holds", async () => {
  const { say, press } = await playBot(library);
  const [offered] = messagesOf(await say("/quote Berg about taxes"));
  expect(offered?.text).toContain(en.quoteSeveral("Berg"));
  const text = messagesOf(await press("Anna Berg · 2", offered?.message_id ?? 0))[0]?.text ?? "";
  expect(text).toContain("taxes must never rise");
  expect(text).not.toContain("close the old bridge");
});

describe("/check says who said it", () => {
  test.each([
    ["“We will not close the old bridge before winter”, said Tom Berg.", en.speakerDiffers("Tom Berg", "Anna Berg")],
    ["“We will not close the old bridge before winter”, said Anna Berg.", en.speakerAgrees("Anna Berg")],
    ["We will not close the old bridge before winter", `${en.speakerOfWords} Anna Berg`],
  ])("%s", async (claim, expected) => {
    const { say } = await playBot(library);
    expect(messagesOf(await say(`/check ${claim}`))[0]?.text).toContain(expected);
  });

  test("and what was done to the words", async () => {
    const { say } = await playBot(library);
    const text = messagesOf(await say("/check We will close the old bridge before winter"))[0]?.text ?? "";
    expect(text).toContain(en.changes.negation);
    expect(text).toContain("We will +not close the old bridge before winter");
  });
});
