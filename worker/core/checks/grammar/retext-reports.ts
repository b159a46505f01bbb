import retextContractions from "retext-contractions";
import retextEnglish from "retext-english";
import retextIndefiniteArticle from "retext-indefinite-article";
import retextRedundantAcronyms from "retext-redundant-acronyms";
import retextRepeatedWords from "retext-repeated-words";
import { unified } from "unified";
import { VFile } from "vfile";
import type { SentenceReport } from "./sentence-report.ts";

const ARTICLE = "grammar/article";

type VFileMessage = VFile["messages"][number];

const processor = unified()
  .use(retextEnglish)
  .use(retextRepeatedWords)
  .use(retextIndefiniteArticle)
  .use(retextContractions, { straight: true })
  .use(retextRedundantAcronyms)
  .freeze();

/** Names that are verbs too. */
const NAMES_AND_VERBS = new Set(["will", "mark", "may", "bill", "sue", "drew", "pat", "rob", "grant", "chase", "hope"]);

/** What retext's plugins say of a text, in our terms. */
export async function retextReports(text: string, isWord: (word: string) => boolean): Promise<SentenceReport[]> {
  const file = new VFile(text);
  await processor.run(processor.parse(file), file);
  return file.messages.flatMap((message) => {
    const range = rangeOf(message);
    const report = range && reportFor(message, text.slice(range.start, range.end));
    if (!range || !report) return [];
    if (report.rule === ARTICLE && !isPronounceable(text.slice(range.end), isWord)) return [];
    return [{ ...report, ...range }];
  });
}

/** What stands after "a" where it is a letter and no article: "the value a at t = 0", "a and b". */
const AFTER_A_LETTER = new Set("a an and are as at if in into is it of on or unto up us".split(" "));

/** How the next word begins when spoken is known of words, numbers and abbreviations, not of names for machines ("a udev rule"). */
function isPronounceable(after: string, isWord: (word: string) => boolean): boolean {
  const next = after.match(/^\s+["'“‘(]?([\p{L}\p{N}][\p{L}\p{N}'’]*)/u)?.[1];
  return (
    next !== undefined && !AFTER_A_LETTER.has(next.toLowerCase()) && (/^[\p{N}]+$|^\p{Lu}{2,}$/u.test(next) || isWord(next))
  );
}

function rangeOf({ place }: VFileMessage): { start: number; end: number } | null {
  if (!place || !("start" in place)) return null;
  const start = place.start.offset;
  const end = place.end.offset;
  return start === undefined || end === undefined ? null : { start, end };
}

function reportFor({ source, ruleId, expected }: VFileMessage, written: string): Omit<SentenceReport, "start" | "end"> | null {
  const suggestions = expected ?? [];
  const [best] = suggestions;
  switch (source) {
    case "retext-repeated-words":
      // "innerRadius innerRadius", "etc. etc.": names for machines, and what is said twice on purpose.
      if (/\p{Ll}\p{Lu}|[\d_]|^etc/u.test(written)) return null;
      // "Will will come": a name, then a verb.
      if (/^\p{Lu}/u.test(written) && NAMES_AND_VERBS.has(written.toLowerCase().split(/\s+/u)[0] ?? "")) return null;
      return {
        rule: "grammar/repeated-word",
        severity: "error",
        confidence: 0.9,
        message: `“${written}” says the same word twice.`,
        suggestions: [written.split(/\s+/u)[0] ?? ""],
      };
    case "retext-indefinite-article":
      return {
        rule: ARTICLE,
        severity: "error",
        confidence: 0.8,
        message: `Before the sound of the next word, “${written}” should be “${best}”.`,
        suggestions,
      };
    case "retext-contractions":
      // It also asks for one kind of apostrophe: typography, nobody's mistake.
      if (!ruleId?.startsWith("missing") || /['’]/u.test(written)) return null;
      return {
        rule: "grammar/contraction",
        severity: "error",
        confidence: 0.85,
        message: `“${written}” lacks its apostrophe: “${best}”.`,
        suggestions,
      };
    case "retext-redundant-acronyms":
      return {
        rule: "grammar/redundant-acronym",
        severity: "hint",
        confidence: 0.5,
        message: `The last word of “${written}” is already in the abbreviation.`,
        suggestions,
      };
    default:
      return null;
  }
}
