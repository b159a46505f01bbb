import { Worker } from "node:worker_threads";
import type { CheckedBlock } from "../core/checks/check.ts";
import type { PackedWords } from "../core/checks/spelling/word-table.ts";
import type { CheckAnswer, CheckBatch, ThreadData } from "./check-messages.ts";

/** The thread could not even start: trying again would not help. */
export class ThreadStartError extends Error {
  override name = "ThreadStartError";
}

export type CheckingThread = {
  /** Checks one batch; the next only after it. Rejects when the thread died or hung on it; the thread is gone then. */
  check(batch: CheckBatch): Promise<CheckedBlock[]>;
  close(): Promise<void>;
};

export type ThreadSetup = {
  /** What the thread runs: a module that speaks `CheckAnswer`. */
  script: URL;
  /** A batch that takes longer hangs. */
  hangMs: number;
  startMs: number;
  data: ThreadData;
  /** Told once, when the thread has loaded. */
  onReady(english: PackedWords | null): void;
};

/** A heap that outgrows this ends the thread, not the worker. */
const HEAP_MB = 1024;

/** Starts a checking thread; it loads its dictionaries while the first batch waits. */
export function startCheckingThread({ script, hangMs, startMs, data, onReady }: ThreadSetup): CheckingThread {
  const worker = new Worker(script, {
    execArgv: [],
    workerData: data,
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
    name: "check-thread",
  });
  const ready = Promise.withResolvers<void>();
  let current: PromiseWithResolvers<CheckedBlock[]> | null = null;
  const fail = (error: Error) => {
    ready.reject(new ThreadStartError(`A checking thread did not start: ${error.message}`, { cause: error }));
    current?.reject(error);
    void worker.terminate();
  };
  // Whoever checks hears of it; a thread closed before it was used tells nobody.
  ready.promise.catch(() => undefined);
  const startTimer = setTimeout(() => fail(new Error(`not ready after ${startMs} ms`)), startMs);
  worker.on("message", (answer: CheckAnswer) => {
    switch (answer.kind) {
      case "ready":
        clearTimeout(startTimer);
        onReady(answer.english ?? null);
        return ready.resolve();
      case "checked":
        return current?.resolve(answer.results);
      case "broken":
        return fail(new Error(answer.reason));
      default:
        return answer satisfies never;
    }
  });
  worker.on("error", (error) => fail(error instanceof Error ? error : new Error(String(error))));
  worker.on("exit", (code) => {
    clearTimeout(startTimer);
    fail(new Error(`The checking thread ended (code ${code}).`));
  });

  return {
    async check(batch) {
      await ready.promise;
      const asked = Promise.withResolvers<CheckedBlock[]>();
      current = asked;
      const hangTimer = setTimeout(() => fail(new Error(`The checking thread hung for ${hangMs} ms.`)), hangMs);
      worker.postMessage(batch);
      try {
        return await asked.promise;
      } finally {
        clearTimeout(hangTimer);
        current = null;
      }
    },
    async close() {
      clearTimeout(startTimer);
      await worker.terminate();
    },
  };
}
