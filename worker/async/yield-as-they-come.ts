/**
 * Yields the values that `work` gives, as they come. Ends without throwing when `signal` aborts. The work's `stop` aborts then, too, and when
 * the caller stops iterating. @throws what the work throws.
 */
export async function* yieldAsTheyCome<T>(
  signal: AbortSignal,
  work: (give: (value: T) => void, stop: AbortSignal) => Promise<void>,
): AsyncGenerator<T, void, undefined> {
  if (signal.aborted) return;
  const stopper = new AbortController();
  const stop = AbortSignal.any([signal, stopper.signal]);
  const ready: T[] = [];
  const faults: unknown[] = [];
  let isOver = false;
  let wake = Promise.withResolvers<void>();
  const finish = () => {
    isOver = true;
    wake.resolve();
  };
  const give = (value: T) => {
    ready.push(value);
    wake.resolve();
  };
  signal.addEventListener("abort", finish, { once: true });
  work(give, stop)
    .catch((error: unknown) => {
      if (!stop.aborted) faults.push(error);
    })
    .finally(finish);
  try {
    while (!isOver || ready.length > 0) {
      await wake.promise;
      if (!isOver) wake = Promise.withResolvers<void>();
      yield* ready.splice(0);
    }
  } finally {
    signal.removeEventListener("abort", finish);
    stopper.abort();
  }
  if (faults.length > 0) throw faults[0];
}
