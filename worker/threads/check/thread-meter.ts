/** Processor time of one thread in milliseconds, but for what it took to load: a dictionary is loaded for whichever text comes first. */
export type ThreadMeter = {
  usedMs(): number;
  /** Does something that is not counted. */
  apart<T>(load: () => T): T;
  apartAsync<T>(load: () => Promise<T>): Promise<T>;
};

/** Starts a meter for this thread. */
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

/** Node knows a thread's processor time from 23.9 on; before that, the clock has to do. */
function threadMs(): number {
  if (typeof process.threadCpuUsage !== "function") return performance.now();
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}
