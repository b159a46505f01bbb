import { describe, expect, it } from "vitest";
import { languageOfBlock, languagesOfTexts } from "#worker/core/language/language-of-block.ts";
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
  it("does not infer a language from names of streets and people", () => {
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
  ])("uses the declared language for words without evidence: %s is checked as %s", (lang, expected) => {
    expect(languageOf("Panel 24", lang)).toBe(expected);
  });

  it.each(Object.entries(SENTENCES))("detects %s by its words", (language, text) => {
    const expected = { en: "en-US", pt: "pt-BR" }[language] ?? language;
    expect(languageOf(text, null)).toBe(expected);
    expect(languageOf(text, "en", { page: "en" })).toBe(expected);
    expect(languageOf(text, "fr", { page: "fr" })).toBe(expected);
    expect(languageOf(text, null, { site: "de" })).toBe(expected);
  });

  it("takes a language's variant from the owner, the Block or the page, in this order", () => {
    expect(languageOf(SENTENCES.en, "en-US", { site: "en-GB" })).toBe("en-GB");
    expect(languageOf(SENTENCES.en, "en-AU", { page: "en-GB" })).toBe("en-AU");
    expect(languageOf(SENTENCES.en, null, { page: "en-CA" })).toBe("en-CA");
    expect(languageOf(SENTENCES.en, "de", { site: "en-GB" })).toBe("en-GB");
    expect(languageOf(SENTENCES.de, "en", { site: "de-CH" })).toBe("de-CH");
    expect(languageOf("Panel 24", "und", { page: "en-GB" })).toBe("en-GB");
  });

  it.each(["Accueil", "Nous contacter", "Impressum", "Panel", "Newsletter", "OK"])(
    "assigns the few words of %j to the page's detected language, not to the declared one",
    (text) => {
      expect(languageOf(text, "en", { page: "en", speaks: "fr" })).toBe("fr");
      expect(languageOf(text, null, { speaks: "de" })).toBe("de");
      expect(languageOf(text, "en", { page: "en", speaks: "pl" })).toBeNull();
    },
  );

  it("uses an element's own language if the words are no evidence", () => {
    expect(languageOf("Panel", "de", { page: "en", speaks: "en" })).toBe("de");
    expect(languageOf("Panel", "pl", { page: "en", speaks: "en" })).toBeNull();
  });

  it("keeps a declared language that it cannot detect, even if the text looks like a similar one", () => {
    const galician = "A nosa empresa traballa no sector desde hai vinte anos e non ten outra.";
    expect(languageOf(galician, "gl", { page: "gl" })).toBeNull();
  });

  it("uses the owner's setting if nothing else decides", () => {
    expect(languageOf("Panel", null, { site: "it" })).toBe("it");
    expect(languageOf("Über uns", "en", { page: "en", site: "de" })).toBe("de");
  });

  it.each(["Contact us", "Home", "Example 6.5. Non-interactive upgrade script", "Wholesale garden furniture", "2,500 + 3 %"])(
    "assumes English for %j without declarations",
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
  ])("supports no language for %j", (text) => {
    expect(languageOf(text, null)).toBeNull();
    expect(languageOf(text, "en-US", { page: "en-US" })).toBeNull();
  });
});

describe("languagesOfTexts", () => {
  it.each(Object.entries(SENTENCES))("detects the language of a page in %s despite names and loan words", (language, text) => {
    const spoken = languagesOfTexts(["Home", "Newsletter", "Login", text, "Team", text]);
    expect(spoken).toEqual({ clear: language, leaning: null });
  });

  it("is not clear if two languages share a page, or for little text", () => {
    expect(languagesOfTexts([SENTENCES.en, SENTENCES.de, SENTENCES.en, SENTENCES.de]).clear).toBeNull();
    expect(languagesOfTexts(["Home", "Accueil"])).toEqual({ clear: null, leaning: null });
    expect(languagesOfTexts([])).toEqual({ clear: null, leaning: null });
  });

  it("gives labels that are on pages in all languages no vote", () => {
    const labels = ["Home", "Menu", "Contact", "Email", "Phone", "Facebook"];
    const texts = ["Wij geven les aan kinderen en volwassenen", "Onze lessen in het dorp", ...labels, ...labels];
    const { clear, leaning } = languagesOfTexts(texts);
    expect(clear ?? leaning).toBe("nl");
  });

  it("checks no label of a page in English that leans to another language", () => {
    const hints = { siteLanguage: "auto", pageLang: null, pageTextLang: null, pageLeaning: "nl" } as const;
    expect(languageOfBlock({ text: "Email adres", lang: null }, hints)).toBeNull();
    expect(languageOfBlock({ text: "Make your free website", lang: null }, hints)).toBe("en-US");
    const declared = { ...hints, pageLang: "en", pageLeaning: "es" };
    expect(languageOfBlock({ text: "Informacion", lang: "en" }, declared)).toBeNull();
    expect(languageOfBlock({ text: "Horario de la tienda", lang: "en" }, declared)).toBe("es");
    expect(languageOfBlock({ text: "Contact us", lang: "en" }, declared)).toBe("en-US");
    expect(languageOfBlock({ text: "Informacion", lang: "en" }, { ...declared, pageLeaning: "en" })).toBe("en-US");
  });

  it("leans to the language of most texts, in which titles without evidence may be", () => {
    const titles = [
      "Los programas de la tienda",
      "Las reglas del juego",
      "The list of packages",
      "Gestion de usuarios y grupos",
    ];
    const { clear, leaning } = languagesOfTexts(titles);
    expect({ clear, leaning }).toEqual({ clear: null, leaning: "es" });
    const hints = { siteLanguage: "auto", pageLang: null, pageTextLang: clear } as const;
    expect(languageOfBlock({ text: "Carga de componentes", lang: null }, { ...hints, pageLeaning: leaning })).not.toBe("en-US");
    expect(languageOfBlock({ text: "Componentes nuevos", lang: null }, { ...hints, pageLeaning: leaning })).toBeNull();
    expect(languageOfBlock({ text: "New componentes", lang: null }, { ...hints, pageLeaning: "en" })).toBe("en-US");
    expect(languageOfBlock({ text: "Opening Tmies", lang: null }, hints)).toBe("en-US");
  });
});
