/**
 * Does `work` on every item that `take` returns, `concurrency` at a time, until `take` returns null while no work is under way (`isIdle`),
 * because work may bring new items. The first fault stops the taking, and is thrown once all work under way has ended.
 */
export async function workThrough<T>(options: {
  take(state: { isIdle: boolean }): Promise<T | null>;
  work(item: T): Promise<void>;
  concurrency: number;
}): Promise<void> {
  const { take, work, concurrency } = options;
  const running = new Set<Promise<void>>();
  const faults: { error: unknown }[] = [];
  const start = (item: T) => {
    // Caught at once: work may fail during the next `take`, when nothing awaits it.
    const done: Promise<void> = work(item)
      .catch((error: unknown) => void faults.push({ error }))
      .finally(() => running.delete(done));
    running.add(done);
  };
  try {
    while (faults.length === 0) {
      const isIdle = running.size === 0;
      const item = running.size < concurrency ? await take({ isIdle }) : null;
      if (item !== null) start(item);
      else if (isIdle) break;
      else if (running.size > 0) await Promise.race(running);
    }
  } finally {
    await Promise.all(running);
  }
  const [first] = faults;
  if (first) throw first.error;
}
