import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { LANGUAGES } from "#worker/core/language/languages.ts";
import { buildWorker } from "#worker/launch/prepare/build-worker.ts";
import { PATHS } from "#worker/launch/project-paths.ts";
import type { CheckBatch } from "#worker/threads/check/check-messages.ts";

/** A misspelling in a sentence of each language that the product checks. */
const SENTENCES: Readonly<Record<string, readonly [sentence: string, slip: string]>> = {
  en: ["We recieve all letters of our customers.", "recieve"],
  de: ["Wir haben am Samstag von neun bis zwölf Uhr geöfnet.", "geöfnet"],
  fr: ["Nous sommes ouvers le samedi de neuf heures à midi.", "ouvers"],
  es: ["Estamos abiertos los sábados por la mañanna.", "mañanna"],
  it: ["Siamo apperti il sabato mattina dalle nove.", "apperti"],
  nl: ["Wij zijn op zaterdag vanaf negen uur geoppend.", "geoppend"],
  pt: ["Estamos abertos aos sábados de mannhã.", "mannhã"],
};

describe("buildWorker", { timeout: 120_000 }, () => {
  let folder: string;
  let thread: Worker;

  beforeAll(async () => {
    folder = await mkdtemp(join(PATHS.root, "node_modules", "worker-under-test-"));
    await buildWorker(folder);
    thread = new Worker(join(folder, "check-thread.mjs"), { workerData: { english: null } });
    await once(thread, "message");
  }, 60_000);
  afterAll(async () => {
    await thread?.terminate();
    await rm(folder, { recursive: true, force: true });
  });

  it.each(LANGUAGES.map((language) => [language]))("builds checking threads that know %s", async (language) => {
    const [text, slip] = SENTENCES[language.slice(0, 2)] ?? [];
    if (!text) throw new Error(`There is no sentence for ${language}.`);
    const batch: CheckBatch = {
      blocks: [{ hash: "one", kind: "paragraph", lang: language, text }],
      options: { siteLanguage: language, pageLang: language, only: ["spelling"] },
      budget: { blockMs: 20_000, batchMs: 20_000 },
    };
    thread.postMessage(batch);
    const [answer] = await once(thread, "message");
    expect(answer).toMatchObject({ kind: "done", result: [{ findings: [{ text: slip }] }] });
  });
});
