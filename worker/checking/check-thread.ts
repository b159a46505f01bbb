import { parentPort, workerData } from "node:worker_threads";
import type { CheckedBlock } from "../core/checks/check.ts";
import { checkBlock } from "../core/checks/check-block.ts";
import { checksVersion } from "../core/checks/checks-version.ts";
import { isForeignText } from "../core/checks/foreign-text.ts";
import { createTextChecks } from "../core/checks/registry.ts";
import type { CheckAnswer, CheckBatch, ThreadData } from "./check-messages.ts";
import { loadHarper } from "./load-harper.ts";
import { loadLexicon } from "./load-lexicon.ts";
import { checkPackageVersions } from "./package-versions.ts";

/** What a checking thread runs: loads the dictionaries, then checks batch after batch. */
const port = parentPort;
if (!port) throw new Error("check-thread runs in a worker thread; worker/checking/check-pool.ts starts it.");

const answer = (message: CheckAnswer) => port.postMessage(message);
const { english }: ThreadData = workerData;
const lexicon = await loadLexicon(english ?? undefined);
const checks = createTextChecks({ lexicon, lintWithHarper: loadHarper(), version: checksVersion(checkPackageVersions()) });

port.on("message", async ({ blocks, options }: CheckBatch) => {
  try {
    const results: CheckedBlock[] = [];
    for (const block of blocks) {
      results.push(
        await checkBlock(block, options, { checks, isForeignText: (text, language) => isForeignText(text, language, lexicon) }),
      );
    }
    answer({ kind: "done", result: results });
  } catch (error) {
    answer({ kind: "broken", reason: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
});
answer({ kind: "ready", ready: lexicon.english ?? null });
