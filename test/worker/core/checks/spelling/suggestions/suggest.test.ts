import { describe, expect, it } from "vitest";
import { createCheckSpelling } from "#worker/core/checks/spelling/check-spelling.ts";
import { createSuggest } from "#worker/core/checks/spelling/suggestions/suggest.ts";
import { loadLexicon } from "#worker/threads/check/load-lexicon.ts";

const MOST_ASKED = 8;

/** German words, and how often the dictionary was asked for suggestions. */
async function loadAsked() {
  const lexicon = await loadLexicon();
  const german = { ...lexicon.words("de"), asked: [] as string[] };
  const words = {
    ...german,
    askDictionary: (word: string) => {
      german.asked.push(word);
      return [`${word}en`];
    },
  };
  return { asked: german.asked, lexicon: { ...lexicon, words: () => words } };
}

/** Words without sense, far from any. */
const FAR = Array.from(
  { length: 30 },
  (_, at) => `Zwqx${String.fromCharCode(97 + (at % 26))}vkjpf${"yq".repeat(1 + (at % 3))}`,
);

describe("createSuggest", { timeout: 30_000 }, () => {
  it("asks the dictionary where it may, and says the same of a word whatever it was asked before", async () => {
    const { asked, lexicon } = await loadAsked();
    const suggest = createSuggest(lexicon);
    const [word = ""] = FAR;
    const alone = suggest(word, "de", () => false);
    expect(asked).toEqual([]);
    const found = suggest(word, "de", () => true);
    expect(asked).toEqual([word]);
    expect(found).not.toEqual(alone);
    expect(suggest(word, "de", () => false)).toEqual(alone);
    expect(suggest(word, "de", () => true)).toEqual(found);
    expect(asked).toHaveLength(1);
  });

  it("does not look at what is longer than any word", async () => {
    const { asked, lexicon } = await loadAsked();
    expect(createSuggest(lexicon)("x".repeat(61), "de", () => true)).toEqual([]);
    expect(asked).toEqual([]);
  });
});

describe("createCheckSpelling", { timeout: 30_000 }, () => {
  it("asks the dictionary about a few words of a Block, as often in another", async () => {
    const { asked, lexicon } = await loadAsked();
    const check = createCheckSpelling(lexicon);
    const text = FAR.map((word) => `Wir gehen heute mit dem ${word} in das Haus.`).join(" ");
    const first = check({ text }, "de");
    expect(asked).toHaveLength(MOST_ASKED);
    expect(check({ text }, "de")).toEqual(first);
    const others = FAR.slice(MOST_ASKED).map((word) => `Wir gehen heute mit dem ${word} in das Haus.`);
    check({ text: others.join(" ") }, "de");
    expect(asked).toHaveLength(2 * MOST_ASKED);
  });
});
