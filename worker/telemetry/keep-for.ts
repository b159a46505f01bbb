/**
 * Keeps the result of `read` for some milliseconds. Calls at the same time wait for the same result, so that many callers cost as much as
 * one. A failure is not kept.
 */
export function keepFor<T>(ms: number, read: () => Promise<T>, now: () => number = Date.now): () => Promise<T> {
  let kept: { at: number; result: Promise<T> } | null = null;
  return () => {
    if (kept && now() - kept.at < ms) return kept.result;
    const started = { at: now(), result: read() };
    kept = started;
    started.result.catch(() => {
      if (kept === started) kept = null;
    });
    return started.result;
  };
}
