/** Divides the processor time of the process between the Crawls that run at the same time. `begin` returns the end, which returns milliseconds. */
export type CpuShares = { begin(): () => number };

/** `read`: processor time of the process in milliseconds, with all its threads. Crawls that run beside each other get equal parts. */
export function createCpuShares(read: () => number): CpuShares {
  const running = new Set<{ ms: number }>();
  let last = read();
  const settle = () => {
    const now = read();
    for (const share of running) share.ms += (now - last) / running.size;
    last = now;
  };
  return {
    begin() {
      settle();
      const own = { ms: 0 };
      running.add(own);
      return () => {
        settle();
        running.delete(own);
        return Math.round(own.ms);
      };
    },
  };
}

const MICROSECONDS = 1_000;

/** The shares of this process. Its browsers are processes of their own and do not count. */
export const CPU_SHARES = createCpuShares(() => {
  const { user, system } = process.cpuUsage();
  return (user + system) / MICROSECONDS;
});
