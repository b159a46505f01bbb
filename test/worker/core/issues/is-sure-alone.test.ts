import { expect, it } from "vitest";
import { isSureAlone } from "#worker/core/issues/is-sure-alone.ts";
import { makeFinding } from "./issue-samples.ts";

const HERE = { url: "https://falcot.example/", now: new Date("2026-11-29T00:00:00Z") };

it.each([
  ["a misspelling beyond doubt", makeFinding({ confidence: 0.995 }), true],
  ["a word that people are known to mistype", makeFinding({ confidence: 0.92, evidence: "listed-slip" }), true],
  ["a word that may be the site's own", makeFinding({ confidence: 0.92 }), false],
  ["a word of the domain", makeFinding({ confidence: 1, text: "Falcot" }), false],
  ["a grammar mistake", makeFinding({ check: "grammar", rule: "grammar/repeated-word", confidence: 0.8 }), true],
  ["a doubtful one", makeFinding({ check: "grammar", rule: "grammar/agreement", confidence: 0.5 }), false],
  ["a dialect, which the whole site decides", makeFinding({ rule: "spelling/other-dialect", confidence: 1 }), false],
  [
    "what holds from tomorrow",
    makeFinding({ check: "content", rule: "content/old-date", holds: { from: "2026-11-30", until: null } }),
    false,
  ],
])("decides on %s", (_, finding, isSure) => {
  expect(isSureAlone(finding, HERE)).toBe(isSure);
});
