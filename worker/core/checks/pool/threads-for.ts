/** Characters of waiting texts from which another thread is worth its start, which costs over a second of the processor and 300 MB. */
const MUCH = 8_000;

type Pressure = {
  /** Threads that are allowed, and those that run. */
  most: number;
  started: number;
  waitingCharacters: number;
  /** True if work has waited for so long that a thread may hang. */
  isLate: boolean;
};

/** Returns how many threads may work now: one at least, and one more than run only for much or for late work. */
export function threadsFor({ most, started, waitingCharacters, isLate }: Pressure): number {
  const isWorthIt = started === 0 || isLate || waitingCharacters >= MUCH;
  return Math.min(most, isWorthIt ? started + 1 : started);
}
