import type { CheckedBlock } from "#worker/core/checks/check.ts";
import { SENTENCE_KINDS } from "#worker/core/checks/grammar/check-grammar.ts";
import type { LanguageToolMatch } from "#worker/core/checks/grammar/linters/language-tool-reports.ts";
import { LANGUAGE_TOOL } from "#worker/core/checks/grammar/linters/linters.ts";
import { sentenceFindings } from "#worker/core/checks/grammar/sentence-findings.ts";
import { dropOverlapping } from "#worker/core/checks/overlap.ts";
import type { Language } from "#worker/core/language/languages.ts";
import type { Block } from "#worker/core/page/block.ts";
import type { CheckPool } from "./check-pool.ts";
import type { RequestMatches } from "./language-tool.ts";

/** Characters of one request. Blocks share requests, because each costs as much as a page of text. */
const MOST_CHARACTERS = 8_000;
const BETWEEN = "\n\n";

type Passage = { block: Block; checked: CheckedBlock; language: Language; start: number };
type Batch = { text: string; language: Language; passages: Passage[] };

/**
 * Adds a LanguageTool server's matches to the pool's Findings: as grammar, in every language, after our own checks. While the server does not
 * answer, the pool's Findings are returned and marked as unfinished.
 */
export function addLanguageTool(pool: CheckPool, requestMatches: RequestMatches): CheckPool {
  return {
    ...pool,
    version: `${pool.version} languagetool`,
    checkBlocks: async (blocks, options) => {
      const results = await pool.checkBlocks(blocks, options);
      if (!options.only.includes("grammar")) return results;
      const byHash = new Map(results.map((result) => [result.hash, result]));
      const completed = await Promise.all(
        batchSentences(blocks, byHash).map(async (batch) => complete(batch, await requestMatches(batch.text, batch.language))),
      );
      for (const result of completed.flat()) byHash.set(result.hash, result);
      return results.map((result) => byHash.get(result.hash) ?? result);
    },
  };
}

/** Batches the Blocks with sentences by language. */
function batchSentences(blocks: readonly Block[], results: ReadonlyMap<string, CheckedBlock>): Batch[] {
  const open = new Map<Language, Batch>();
  const batches: Batch[] = [];
  for (const block of new Map(blocks.map((one) => [one.hash, one])).values()) {
    const checked = results.get(block.hash);
    // An unfinished check may lack our own grammar Findings, which come first.
    if (!checked?.language || checked.unfinished || !SENTENCE_KINDS.has(block.kind)) continue;
    const { language } = checked;
    let batch = open.get(language);
    if (!batch || batch.text.length + block.text.length > MOST_CHARACTERS) {
      batch = { text: "", language, passages: [] };
      open.set(language, batch);
      batches.push(batch);
    }
    if (batch.text !== "") batch.text += BETWEEN;
    batch.passages.push({ block, checked, language, start: batch.text.length });
    batch.text += block.text;
  }
  return batches;
}

function complete({ passages }: Batch, matches: LanguageToolMatch[] | null): CheckedBlock[] {
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
