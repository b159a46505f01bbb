import { Worker } from "node:worker_threads";

/** The result of a measuring thread for one case: a fault, or null. */
export type Measured = { index: number; fault: string | null };

type Measuring = {
  /** A script that measures `workerData.cases` from `workerData.from` on and posts a `Measured` for each. */
  script: URL;
  cases: readonly unknown[];
  /** A case that takes longer counts as hanging: its thread is terminated, and another continues after it. */
  hangMs: number;
};

/** Measures cases in a thread, so that none can block the test. Returns the index and fault of each faulty case. */
export async function faultsInThread({ script, cases, hangMs }: Measuring): Promise<[index: number, fault: string][]> {
  const faults: [number, string][] = [];
  for (let next = 0; next < cases.length; ) {
    await new Promise<void>((resolve, reject) => {
      const thread = new Worker(script, { workerData: { cases, from: next } });
      const giveUp = () => {
        faults.push([next, `it hangs: no end after ${hangMs} ms`]);
        next += 1;
        void thread.terminate();
      };
      let timer = setTimeout(giveUp, hangMs);
      thread.on("message", ({ index, fault }: Measured) => {
        clearTimeout(timer);
        next = index + 1;
        if (next < cases.length) timer = setTimeout(giveUp, hangMs);
        if (fault !== null) faults.push([index, fault]);
      });
      thread.on("error", reject);
      thread.on("exit", () => {
        clearTimeout(timer);
        resolve();
      });
    });
  }
  return faults;
}
