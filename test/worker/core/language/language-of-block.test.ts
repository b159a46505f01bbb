import { describe, expect, it } from "vitest";
import { languageOfBlock, languageOfTexts } from "#worker/core/language/language-of-block.ts";
import type { Language } from "#worker/core/language/languages.ts";

type Around = { site?: "auto" | Language; page?: string | null; speaks?: string | null };
const languageOf = (text: string, lang: string | null, { site = "auto", page = null, speaks = null }: Around = {}) =>
  languageOfBlock({ text, lang }, { siteLanguage: site, pageLang: page, pageTextLang: speaks });

const SENTENCES = {
  en: "Our opening hours have changed over the holidays.",
  de: "Das ist ein Satz, der nicht auf Englisch ist.",
  fr: "Une phrase française dans une page sans attribut.",
  es: "El sitio está en español para todos los usuarios.",
  it: "Questo è il nostro sito, dove trovate tutto quello che facciamo.",
  nl: "Wij zijn een klein bedrijf in Utrecht en leveren overal.",
  pt: "Não encontramos a página que você procura no nosso site.",
} as const;

describe("languageOfBlock", () => {
  it("does not take the names of streets and people for a language", () => {
    expect(languageOf("Art galleries along rue Saint-Jean-Baptiste", "en-CA", { page: "en-CA" })).toBe("en-CA");
    expect(languageOf("Les galeries sont dans la rue Saint-Jean", "en-CA", { page: "en-CA" })).toBe("fr");
    expect(languageOf("Disable “skip fetch” in bitmap heap scan (Matthias van de Meent)", "en-US", { page: "en" })).toBe(
      "en-US",
    );
  });

  it.each([
    ["en", "en-US"],
    ["en-US", "en-US"],
    ["en-GB", "en-GB"],
    ["en-AU", "en-AU"],
    ["en-NZ", "en-AU"],
    ["en-CA", "en-CA"],
    ["en-IE", "en-GB"],
    ["en-Latn-ZA", "en-GB"],
    ["en-PH", "en-US"],
    ["de", "de"],
    ["de-AT", "de"],
    ["de-CH", "de-CH"],
    ["fr-CA", "fr"],
    ["pt", "pt-BR"],
    ["pt-PT", "pt-PT"],
    ["pt-AO", "pt-PT"],
    ["pl", null],
    ["zxx", null],
    ["gl", null],
  ])("takes the declared language where the words do not tell: %s is checked as %s", (lang, expected) => {
    expect(languageOf("Panel 24", lang)).toBe(expected);
  });

  it.each(Object.entries(SENTENCES))("knows %s by its words", (language, text) => {
    const expected = { en: "en-US", pt: "pt-BR" }[language] ?? language;
    expect(languageOf(text, null)).toBe(expected);
    expect(languageOf(text, "en", { page: "en" })).toBe(expected);
    expect(languageOf(text, "fr", { page: "fr" })).toBe(expected);
    expect(languageOf(text, null, { site: "de" })).toBe(expected);
  });

  it("takes the kind of a language from the owner, the Block or the page, in this order", () => {
    expect(languageOf(SENTENCES.en, "en-US", { site: "en-GB" })).toBe("en-GB");
    expect(languageOf(SENTENCES.en, "en-AU", { page: "en-GB" })).toBe("en-AU");
    expect(languageOf(SENTENCES.en, null, { page: "en-CA" })).toBe("en-CA");
    expect(languageOf(SENTENCES.en, "de", { site: "en-GB" })).toBe("en-GB");
    expect(languageOf(SENTENCES.de, "en", { site: "de-CH" })).toBe("de-CH");
    expect(languageOf("Panel 24", "und", { page: "en-GB" })).toBe("en-GB");
  });

  it.each(["Accueil", "Nous contacter", "Impressum", "Panel", "Newsletter", "OK"])(
    "lets the few words of %j lean on what the page is in, whatever its template declares",
    (text) => {
      expect(languageOf(text, "en", { page: "en", speaks: "fr" })).toBe("fr");
      expect(languageOf(text, null, { speaks: "de" })).toBe("de");
      expect(languageOf(text, "en", { page: "en", speaks: "pl" })).toBeNull();
    },
  );

  it("believes an element that names its own language where the words do not tell", () => {
    expect(languageOf("Panel", "de", { page: "en", speaks: "en" })).toBe("de");
    expect(languageOf("Panel", "pl", { page: "en", speaks: "en" })).toBeNull();
  });

  it("does not take a language that it cannot tell from a near one for that", () => {
    const galician = "A nosa empresa traballa no sector desde hai vinte anos e non ten outra.";
    expect(languageOf(galician, "gl", { page: "gl" })).toBeNull();
  });

  it("leans on the owner's setting where nothing else says", () => {
    expect(languageOf("Panel", null, { site: "it" })).toBe("it");
    expect(languageOf("Über uns", "en", { page: "en", site: "de" })).toBe("de");
  });

  it.each(["Contact us", "Home", "Example 6.5. Non-interactive upgrade script", "Wholesale garden furniture", "2,500 + 3 %"])(
    "takes %j for English where nobody says",
    (text) => {
      expect(languageOf(text, null)).toBe("en-US");
    },
  );

  it.each([
    "Добро пожаловать",
    "私たちについて",
    "من نحن",
    "Nasza firma działa na rynku od dwudziestu lat i jest dobra",
    "Vi har öppet alla dagar i veckan och du kan handla här",
    "Cégünk húsz éve működik, és nagyon jó",
  ])("checks %j in no language", (text) => {
    expect(languageOf(text, null)).toBeNull();
    expect(languageOf(text, "en-US", { page: "en-US" })).toBeNull();
  });
});

describe("languageOfTexts", () => {
  it.each(Object.entries(SENTENCES))("says what a page in %s speaks, names and borrowed words included", (language, text) => {
    expect(languageOfTexts(["Home", "Newsletter", "Login", text, "Team", text])).toBe(language);
  });

  it("does not say where two languages share a page, or where there is little to read", () => {
    expect(languageOfTexts([SENTENCES.en, SENTENCES.de, SENTENCES.en, SENTENCES.de])).toBeNull();
    expect(languageOfTexts(["Home", "Accueil"])).toBeNull();
    expect(languageOfTexts([])).toBeNull();
  });
});
