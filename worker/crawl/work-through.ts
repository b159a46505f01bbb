/**
 * Does `work` on everything that `take` gives, `concurrency` at a time, until `take` gives null while nothing is under way (`isIdle`):
 * work may bring more to take. The first fault stops the taking, and is thrown once all work under way has ended.
 */
export async function workThrough<T>(options: {
  take(state: { isIdle: boolean }): Promise<T | null>;
  work(item: T): Promise<void>;
  concurrency: number;
}): Promise<void> {
  const { take, work, concurrency } = options;
  const running = new Set<Promise<void>>();
  try {
    for (;;) {
      while (running.size < concurrency) {
        const item = await take({ isIdle: running.size === 0 });
        if (item === null) break;
        const done: Promise<void> = work(item).finally(() => running.delete(done));
        running.add(done);
      }
      if (running.size === 0) return;
      await Promise.race(running);
    }
  } finally {
    await Promise.allSettled(running);
  }
}
