/** Measures the processor time of one thread in milliseconds, without loading: the first text must not pay for its dictionary. */
export type ThreadMeter = {
  usedMs(): number;
  /** Runs something that is not counted. */
  apart<T>(load: () => T): T;
  apartAsync<T>(load: () => Promise<T>): Promise<T>;
};

/** Creates a meter for this thread. */
export function createThreadMeter(readMs: () => number = threadMs): ThreadMeter {
  let uncounted = 0;
  return {
    usedMs: () => readMs() - uncounted,
    apart: (load) => {
      const before = readMs();
      const loaded = load();
      uncounted += readMs() - before;
      return loaded;
    },
    apartAsync: async (load) => {
      const before = readMs();
      const loaded = await load();
      uncounted += readMs() - before;
      return loaded;
    },
  };
}

/** Reads this thread's processor time, which Node reports from 23.9 on; before that, the clock must do. */
function threadMs(): number {
  if (typeof process.threadCpuUsage !== "function") return performance.now();
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}
