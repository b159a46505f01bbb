import { beforeAll, describe, expect, it } from "vitest";
import { isForeignText } from "#worker/core/checks/foreign-text.ts";
import type { Lexicon } from "#worker/core/checks/spelling/lexicon.ts";
import type { Language } from "#worker/core/language/languages.ts";
import { loadLexicon } from "#worker/threads/check/load-lexicon.ts";

let lexicon: Lexicon;

beforeAll(async () => {
  lexicon = await loadLexicon();
}, 60_000);

describe("isForeignText", { timeout: 60_000 }, () => {
  it.each<[Language, string]>([
    ["it", "Siamo apperti dal lunedi al venerdi, dalle 9 alle 18."],
    ["pt-BR", "Nosso espaço é ideal para aniversarios, confraternizaçoes e eventos coorporativos."],
  ])("recognises as %s, despite mistakes: %j", (language, text) => {
    expect(isForeignText(text, language, lexicon)).toBe(false);
  });

  it.each<[Language, string]>([
    ["en-US", "Pellentesque habitant morbi tristique senectus et netus et malesuada fames ac turpis."],
    ["en-US", "Eaque iusto cupiditate et totam in. Sunt molestiae ipsum at vero, cumque nesciunt."],
    ["en-US", "W polskim mamy słowo, którego nie da się przetłumaczyć."],
    ["de", "Świetny wpis, bardzo ciekawe słowa i piękne zdjęcia."],
  ])("does not recognise as %s: %j", (language, text) => {
    expect(isForeignText(text, language, lexicon)).toBe(true);
  });
});
