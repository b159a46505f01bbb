/** A text that grows: `head`, then `pump` repeated, then `tail`. */
export type GrowingText = { head: string; pump: string; tail: string };

type Growing = {
  sizes: readonly number[];
  /** Shorter times mean nothing. In milliseconds of the thread's own processor time, so that load does not count. */
  floorMs: number;
};

/** Tolerated factor above proportional growth. */
const MARGIN = 2.2;

/** Runs work on longer and longer texts. `fault`: it took more than proportional time; `ms`: time for the last text. */
export function measureGrowth(
  text: GrowingText,
  work: (text: string) => unknown,
  { sizes, floorMs }: Growing,
): { fault: string | null; ms: number } {
  let last: { size: number; ms: number } | null = null;
  for (const size of sizes) {
    const most = last ? (size / last.size) * MARGIN * Math.max(last.ms, floorMs) : Number.POSITIVE_INFINITY;
    const ms = measure(() => work(grown(text, size)), most);
    if (ms > most) {
      const what = JSON.stringify(text).slice(0, 200);
      return { fault: `${what}: ${last?.ms} ms for ${last?.size} characters, ${ms} ms for ${size}`, ms };
    }
    last = { size, ms };
  }
  return { fault: null, ms: last?.ms ?? 0 };
}

function grown({ head, pump, tail }: GrowingText, size: number): string {
  const room = size - head.length - tail.length;
  return head + pump.repeat(Math.max(1, Math.floor(room / pump.length))) + tail;
}

/** Repeats a measurement above `enough`, since garbage collection may have interrupted it. */
function measure(work: () => unknown, enough: number): number {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round === 0 || (round < 3 && best > enough); round += 1) {
    const before = process.threadCpuUsage();
    work();
    const { user, system } = process.threadCpuUsage(before);
    best = Math.min(best, (user + system) / 1000);
  }
  return best;
}
