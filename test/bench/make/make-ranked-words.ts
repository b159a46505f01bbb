import { readFileSync, writeFileSync } from "node:fs";
import { countOf } from "#worker/core/checks/spelling/slips/word-counts.ts";
import { frequencyIn, frequencyOf } from "#worker/core/checks/spelling/slips/word-frequency.ts";
import { loadWordCounts } from "#worker/threads/check/load-word-counts.ts";

/**
 * Writes the commonest words of English, commonest first, which near-words.ts reads, and the first of them into the words that tell languages
 * apart: `node test/bench/make/make-ranked-words.ts <folder of texts>`. They come from the counts that the spelling check ships (see
 * worker/threads/check/word-counts/README.md), the latter also from the web sites among the texts that make-texts.ts makes.
 */
const [texts] = process.argv.slice(2);
if (!texts) throw new Error("Say which folder holds the texts.");

const OUTPUT = "worker/core/checks/grammar/engine/ranked-words.json";
const MOST = 8000;
const OF_LANGUAGES = "worker/core/language/common-words.json";
const MOST_OF_LANGUAGE = 1500;

const counts = loadWordCounts();
const decoder = new TextDecoder();
type Ranked = { word: string; frequency: number };
const byFrequency = (a: Ranked, b: Ranked) => b.frequency - a.frequency || a.word.localeCompare(b.word);
const ranked: Ranked[] = [];
for (let at = 0; at + 1 < counts.starts.length; at++) {
  const word = decoder.decode(counts.letters.subarray(counts.starts[at], counts.starts[at + 1]));
  if (/^[a-z]{2,}$/u.test(word)) ranked.push({ word, frequency: frequencyIn(counts, word) });
}
const words = ranked
  .sort(byFrequency)
  .slice(0, MOST)
  .map(({ word }) => word);
const lines: string[] = [];
for (let at = 0; at < words.length; at += 16) lines.push(words.slice(at, at + 16).join(" "));
const about =
  "The commonest words of English, from the counts of the spelling check (see NOTICE). Made by test/bench/make/make-ranked-words.ts.";
writeFileSync(OUTPUT, `${JSON.stringify({ about, words: lines }, null, 2)}\n`);

/** Web sites in the public domain or under CC BY, whose words are counted as much as those of all other texts. */
const SITES = ["18F+18f.gsa.gov", "18F+handbook", "GSA+digitalgov.gov", "github+opensource.guide"];
/** Lists what an apostrophe cuts off ("it's", "don't"), and letters, which formulas have in any language. */
const CUT_OFF = "s t re ve ll m d b c e f g h j k l n o p q r u v w x y z".split(" ");
/** Words of menus and forms, which books and subtitles have seldom. */
const WEB =
  "home contact search menu page pages site website web online email mail phone call address map directions login log sign register password " +
  "account profile user username submit send click button link links download downloads upload file files pdf image images photo photos gallery " +
  "video videos blog post posts posted news newsletter events event calendar booking book bookings shop store cart checkout order orders payment " +
  "payments price prices delivery shipping returns refund privacy policy policies terms conditions cookies copyright reserved rights sitemap " +
  "navigation skip content footer toggle comments comment share follow subscribe view views select browse filter category categories tags " +
  "archive archives latest recent related updated update version mobile app digital product products services service support help info faq " +
  "testimonials reviews review rating opening hours closed welcome introduction overview team staff members membership committee club association " +
  "am pm donate volunteer sponsors location locations equipment training error code mode plus title document";
const RANK_OF_CUT_OFF = 40;
const RANK_OF_WEB = 250;

const PER = 50e6;
const timesInSites = new Map<string, number>();
const written = SITES.flatMap(
  (site) =>
    readFileSync(`${texts}/${site}.txt`, "utf8")
      .toLowerCase()
      .match(/[a-z]+/gu) ?? [],
);
for (const word of written) timesInSites.set(word, (timesInSites.get(word) ?? 0) + 1);
const onSites = (word: string) => ((timesInSites.get(word) ?? 0) / written.length) * PER;
const everyWord = [...ranked, { word: "a", frequency: 0 }, { word: "i", frequency: 0 }];
const common = everyWord
  .map(({ word }) => ({ word, frequency: frequencyOf(countOf(counts, word), "any") + onSites(word) }))
  .sort(byFrequency)
  .map(({ word }) => word);
const ofEnglish = new Set([
  ...common.slice(0, RANK_OF_CUT_OFF),
  ...CUT_OFF,
  ...common.slice(0, RANK_OF_WEB),
  ...WEB.split(" "),
  ...common,
]);
const ofLanguages: Record<string, string> = JSON.parse(readFileSync(OF_LANGUAGES, "utf8"));
ofLanguages.en = [...ofEnglish].slice(0, MOST_OF_LANGUAGE).join(" ");
writeFileSync(OF_LANGUAGES, `${JSON.stringify(ofLanguages, null, 2)}\n`);
