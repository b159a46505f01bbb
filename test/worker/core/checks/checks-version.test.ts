import { describe, expect, it } from "vitest";
import { checkBlock } from "#worker/core/checks/check-block.ts";
import { TEXT_CHECK_IDS } from "#worker/core/checks/check-kinds.ts";
import { checksVersion, REVISION } from "#worker/core/checks/checks-version.ts";
import { isForeignText } from "#worker/core/checks/foreign-text.ts";
import type { PatternGroup } from "#worker/core/checks/grammar/engine/pattern-rule.ts";
import { createTextChecks } from "#worker/core/checks/registry.ts";
import type { Language } from "#worker/core/language/languages.ts";
import { hashOf } from "#worker/core/text/text-hash.ts";
import { loadHarper } from "#worker/threads/check/load-harper.ts";
import { loadLexicon } from "#worker/threads/check/load-lexicon.ts";
import { loadReader } from "#worker/threads/check/load-reader.ts";
import { checkPackageVersions } from "#worker/threads/check/package-versions.ts";

/** Sentences with a mistake or a near miss of each kind. */
const SAMPLES = [
  "We recieve the the letters definately, alot of them.",
  "The colour of the goverment’s Wensday newsletter.",
  "An newtype with a scannable rgbx value in the dpkgx package.",
  "I would of gone, better then they; it allows to check it.",
  "We took advantage the offer and he was suppose to come, cant he?",
  "Microservices, cyberattacks and webinars initialisms.",
  "Das ist kein Satz, den man auf auf Englisch lesen kann.",
  "Hello {{name}}, donâ€™t forget: lorem ipsum.",
  "The mug is blue and it's handle is green , which we bakes at are shop. The price is undefined.",
  "Grzegorz and Maarten said “foobarr” is is fine.",
];

describe("checksVersion", () => {
  it("changes with each package's version", () => {
    const versions = checkPackageVersions();
    const others = Object.keys(versions).map((name) => checksVersion({ ...versions, [name]: "0.0.1" }));
    expect(new Set([checksVersion(versions), ...others]).size).toBe(others.length + 1);
    expect(checksVersion({ ...versions })).toBe(checksVersion(versions));
  });

  it("changes with a rule's pattern, replacement and report, but not with its examples", () => {
    const versions = checkPackageVersions();
    const rule = { id: "r", patterns: ["a the"], fixes: ["the"], wrong: ["See a the cat => See the cat"], right: ["A cat"] };
    const group: PatternGroup = {
      rule: "grammar/usage",
      severity: "error",
      confidence: 0.8,
      message: "Why?",
      patterns: [rule],
    };
    const versionOf = (changes: Partial<typeof rule>, ofGroup: Partial<PatternGroup> = {}) =>
      checksVersion(versions, [{ ...group, ...ofGroup, patterns: [{ ...rule, ...changes }] }]);
    const before = versionOf({});
    expect(versionOf({ wrong: [...rule.wrong, "I saw a the dog => I saw the dog"], right: [] })).toBe(before);
    const others = [
      versionOf({ patterns: ["a the", "an the"] }),
      versionOf({ fixes: ["the", "a"] }),
      versionOf({}, { message: "Because." }),
      versionOf({}, { confidence: 0.9 }),
    ];
    expect(new Set([before, ...others]).size).toBe(others.length + 1);
  });

  // When this fails, texts are judged otherwise than before: raise REVISION in checks-version.ts, then take the new value over.
  it("was raised with the last change of the Findings", { timeout: 30_000 }, async () => {
    const lexicon = await loadLexicon();
    const checks = createTextChecks({ lexicon, lintWithHarper: loadHarper(), readSentence: loadReader(), version: "test" });
    const setup = {
      checks,
      isForeignText: (text: string, language: Language) => isForeignText(text, language, lexicon),
    };
    const found: string[] = [];
    for (const text of SAMPLES) {
      const block = { hash: text, kind: "paragraph" as const, lang: "en", text };
      const { language, findings } = await checkBlock(
        block,
        { siteLanguage: "auto", pageLang: null, only: TEXT_CHECK_IDS },
        setup,
      );
      found.push(
        String(language),
        ...findings.map(({ rule, text, suggestions, confidence }) => `${rule} ${text} ${suggestions} ${confidence}`),
      );
    }
    expect([REVISION, hashOf(found)]).toMatchInlineSnapshot(`
      [
        46,
        "6f37ca09a53f8985f566d583b7ddef00",
      ]
    `);
  });
});
