import { describe, expect, test } from "vitest";
import { readQuotations } from "../../../src/reading/quotations.ts";
import { articleOf, slices } from "../../support/articles.ts";

/** The quoted words of a German text, parts of one quotation joined by " | ". */
const quoted = (text: string): string[] =>
  readQuotations(articleOf(text, { language: "de" }), null).map((q) => slices(text, q.parts).join(" | "));

describe("German speech", () => {
  test.each<[string, string[]]>([
    ["„Die Brücke wird im Mai geöffnet“, sagte Bürgermeisterin Anna Berg.", ["Die Brücke wird im Mai geöffnet"]],
    ["»Die Brücke wird im Mai geöffnet«, sagte Anna Berg am Montag.", ["Die Brücke wird im Mai geöffnet"]],
    ['"Die Brücke wird im Mai geöffnet", so Anna Berg.', ["Die Brücke wird im Mai geöffnet"]],
    ["Anna Berg sagte: „Wir haben seit Jahren davor gewarnt.“", ["Wir haben seit Jahren davor gewarnt."]],
    [
      "Der Verein teilte mit, man sei „von der Entscheidung völlig überrascht“ worden.",
      ["von der Entscheidung völlig überrascht"],
    ],
    ["Anna Berg nannte den Plan „absurd“.", ["absurd"]],
    ["Die Opposition bezeichnete den Haushalt als „schlechten Witz“.", ["schlechten Witz"]],
    ["Nach Angaben der Polizei war die Lage „jederzeit unter Kontrolle“.", ["jederzeit unter Kontrolle"]],
    ["„Warum hat uns niemand gefragt?“, wollte Tom Reed wissen.", ["Warum hat uns niemand gefragt?"]],
    ["Berg fügte hinzu, die Stadt habe „keinen einzigen Euro“ übrig.", ["keinen einzigen Euro"]],
    ["„Die Brücke“, erklärte Anna Berg, „wird erst im Mai geöffnet.“", ["Die Brücke | wird erst im Mai geöffnet."]],
    ["„Das Geld ist da“, sagte Berg. „Wir fangen im März an.“", ["Das Geld ist da", "Wir fangen im März an."]],
    [
      "„Er hat ‚nie wieder‘ gesagt und ist gegangen“, berichtete Anna Berg.",
      ["Er hat ‚nie wieder‘ gesagt und ist gegangen"],
    ],
    ["In dem Schreiben heißt es: „Die Arbeiten ruhen bis auf Weiteres.“", ["Die Arbeiten ruhen bis auf Weiteres."]],
  ])("%s", (text, expected) => {
    expect(quoted(text)).toEqual(expected);
  });

  test.each([
    "Der Film „Die Brücke am Fluss“ läuft ab Donnerstag in den Kinos.",
    "Die Demonstration stand unter dem Motto „Wasser für alle“.",
    "Das Magazin „Neue Hafenpost“ erscheint seit März nicht mehr.",
    "Die Fregatte „Seeadler“ lief am Morgen aus.",
    "Die Bürgerinitiative „Rettet das Moor“ hat 300 Mitglieder.",
    "Ihr neues Buch mit dem Titel „Das stille Tal“ kommt im Herbst heraus.",
    "Die sogenannte „grüne Welle“ hat die Küste erreicht.",
  ])("none: %s", (text) => {
    expect(quoted(text)).toEqual([]);
  });
});
