import type { CheckedBlock } from "#worker/core/checks/check.ts";
import { SENTENCE_KINDS } from "#worker/core/checks/grammar/check-grammar.ts";
import type { LanguageToolMatch } from "#worker/core/checks/grammar/linters/language-tool-reports.ts";
import { LANGUAGE_TOOL } from "#worker/core/checks/grammar/linters/linters.ts";
import { sentenceFindings } from "#worker/core/checks/grammar/sentence-findings.ts";
import { dropOverlapping } from "#worker/core/checks/overlap.ts";
import type { Language } from "#worker/core/language/languages.ts";
import type { Block } from "#worker/core/page/block.ts";
import type { CheckPool } from "./check-pool.ts";
import type { AskLanguageTool } from "./language-tool.ts";

/** Characters of one question: Blocks are asked about together, for each question costs as much as a page of text. */
const MOST_CHARACTERS = 8_000;
const BETWEEN = "\n\n";

type Passage = { block: Block; checked: CheckedBlock; language: Language; start: number };
type Question = { text: string; language: Language; passages: Passage[] };

/**
 * Adds what a LanguageTool server says to what the pool finds: as grammar, in every language, after our own checks. While it does not
 * answer, what the pool found stands, and the results say that they are not whole.
 */
export function addLanguageTool(pool: CheckPool, ask: AskLanguageTool): CheckPool {
  return {
    ...pool,
    version: `${pool.version} languagetool`,
    checkBlocks: async (blocks, options) => {
      const results = await pool.checkBlocks(blocks, options);
      if (!options.only.includes("grammar")) return results;
      const byHash = new Map(results.map((result) => [result.hash, result]));
      const completed = await Promise.all(
        questionsAbout(blocks, byHash).map(async (question) => complete(question, await ask(question.text, question.language))),
      );
      for (const result of completed.flat()) byHash.set(result.hash, result);
      return results.map((result) => byHash.get(result.hash) ?? result);
    },
  };
}

/** Sentences by their language, several to a question. */
function questionsAbout(blocks: readonly Block[], results: ReadonlyMap<string, CheckedBlock>): Question[] {
  const open = new Map<Language, Question>();
  const questions: Question[] = [];
  for (const block of new Map(blocks.map((one) => [one.hash, one])).values()) {
    const checked = results.get(block.hash);
    // Of a check that is not whole, our own grammar may be missing, which comes first.
    if (!checked?.language || checked.unfinished || !SENTENCE_KINDS.has(block.kind)) continue;
    const { language } = checked;
    let question = open.get(language);
    if (!question || question.text.length + block.text.length > MOST_CHARACTERS) {
      question = { text: "", language, passages: [] };
      open.set(language, question);
      questions.push(question);
    }
    if (question.text !== "") question.text += BETWEEN;
    question.passages.push({ block, checked, language, start: question.text.length });
    question.text += block.text;
  }
  return questions;
}

function complete({ passages }: Question, matches: LanguageToolMatch[] | null): CheckedBlock[] {
  if (matches === null) return passages.map(({ checked }) => ({ ...checked, unfinished: "grammar-server" }));
  return passages.map(({ block, checked, start }) => {
    const own = matches.filter(({ offset, length }) => offset >= start && offset + length <= start + block.text.length);
    const reports = LANGUAGE_TOOL.reports({ matches: own.map((match) => ({ ...match, offset: match.offset - start })) });
    return {
      ...checked,
      findings: [...checked.findings, ...dropOverlapping(sentenceFindings(reports, block.text), checked.findings)],
    };
  });
}
