import { describe, expect, it } from "vitest";
import { languageOfBlock } from "#worker/core/checks/language-of-block.ts";

type Site = "auto" | "en-US" | "en-GB";
const languageOf = (text: string, lang: string | null, siteLanguage: Site = "auto", pageLang: string | null = null) =>
  languageOfBlock({ text, lang }, { siteLanguage, pageLang });

describe("languageOfBlock", () => {
  it.each([
    ["en", "en-US"],
    ["en-US", "en-US"],
    ["en-GB", "en-GB"],
    ["en-AU", "en-GB"],
    ["en-IE", "en-GB"],
    ["en-IN", "en-GB"],
    ["en-Latn-ZA", "en-GB"],
    ["en-PH", "en-US"],
    ["de", null],
    ["fr-CA", null],
    ["zxx", null],
  ])("takes the declared language: %s is checked as %s", (lang, expected) => {
    expect(languageOf("Some words here", lang)).toBe(expected);
  });

  it("lets the owner choose the kind of English, never English for another language", () => {
    expect(languageOf("Some words here", "en-US", "en-GB")).toBe("en-GB");
    expect(languageOf("Some words here", "de", "en-GB")).toBeNull();
  });

  it("asks the page where the Block says nothing", () => {
    expect(languageOf("Some words here", null, "auto", "en-GB")).toBe("en-GB");
    expect(languageOf("Some words here", null, "auto", "fr")).toBeNull();
    expect(languageOf("Some words here", "und", "auto", "en-GB")).toBe("en-GB");
  });

  it.each([
    "This is a sentence with the usual small words.",
    "Contact us",
    "Home",
    "Example 6.5. Non-interactive upgrade script",
    "Wholesale garden furniture",
  ])("takes %j for English where nobody says", (text) => {
    expect(languageOf(text, null)).toBe("en-US");
  });

  it.each([
    "Das ist ein Satz, der nicht auf Englisch ist.",
    "Une phrase française dans une page sans attribut.",
    "El sitio está en español para todos los usuarios.",
    "Questo è il nostro sito.",
    "Über uns",
    "Добро пожаловать",
    "私たちについて",
    "من نحن",
  ])("does not take %j for English", (text) => {
    expect(languageOf(text, null)).toBeNull();
  });

  it("never takes another script for English, whatever the page says", () => {
    expect(languageOf("Добро пожаловать на сайт", "en-US")).toBeNull();
    expect(languageOf("2,500 + 3 %", "en-US")).toBe("en-US");
  });
});
