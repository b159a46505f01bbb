import { parentPort, workerData } from "node:worker_threads";
import type { CheckedBlock } from "#worker/core/checks/check.ts";
import { checkBlock } from "#worker/core/checks/check-block.ts";
import { type CheckBudget, startBudget } from "#worker/core/checks/check-budget.ts";
import { checksVersion } from "#worker/core/checks/checks-version.ts";
import { isForeignText } from "#worker/core/checks/foreign-text.ts";
import { createTextChecks } from "#worker/core/checks/registry.ts";
import type { Language } from "#worker/core/language/languages.ts";
import type { CheckAnswer, CheckBatch, ThreadData } from "./check-messages.ts";
import { loadHarper } from "./load-harper.ts";
import { loadLexicon } from "./load-lexicon.ts";
import { loadReader } from "./load-reader.ts";
import { checkPackageVersions } from "./package-versions.ts";
import { createThreadMeter } from "./thread-meter.ts";

/** The main module of a checking thread, which loads the dictionaries and then checks batch after batch. */
const port = parentPort;
if (!port) throw new Error("check-thread runs in a worker thread; worker/threads/check/check-pool.ts starts it.");

const answer = (message: CheckAnswer) => port.postMessage(message);
const { english }: ThreadData = workerData;
const meter = createThreadMeter();
const lexicon = await loadLexicon(english ?? undefined, meter.apart);
const checks = createTextChecks({
  lexicon,
  lintWithHarper: loadHarper(meter.apartAsync),
  readSentence: loadReader(meter.apart),
  version: checksVersion(checkPackageVersions()),
});
const setup = {
  checks,
  isForeignText: (text: string, language: Language, budget: CheckBudget) => isForeignText(text, language, lexicon, budget),
};

port.on("message", async ({ blocks, options, budget: { blockMs, batchMs } }: CheckBatch) => {
  try {
    const results: CheckedBlock[] = [];
    const end = meter.usedMs() + batchMs;
    for (const block of blocks) {
      const before = meter.usedMs();
      if (results.length > 0 && before >= end) break;
      const result = await checkBlock(block, options, { ...setup, budget: startBudget(meter.usedMs, blockMs) });
      results.push({ ...result, ms: meter.usedMs() - before });
    }
    answer({ kind: "done", result: results });
  } catch (error) {
    answer({ kind: "broken", reason: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
});
answer({ kind: "ready", ready: lexicon.english ?? null });
