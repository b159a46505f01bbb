/** A signal for one request. `release`: frees it, once nothing that it could abort is left. */
export type TimeLimit = { signal: AbortSignal; release(): void };

/**
 * Makes a signal that aborts after `ms` milliseconds, or when `outer` does. Unlike `AbortSignal.any`, which leaves a trace in the outer
 * signal until the garbage collector comes, it costs a crawl of many thousand requests nothing once it is released.
 */
export function limitTime(outer: AbortSignal, ms: number): TimeLimit {
  const controller = new AbortController();
  const abort = () => controller.abort(outer.reason);
  const timer = setTimeout(() => {
    outer.removeEventListener("abort", abort);
    controller.abort(new DOMException("The request took too long.", "TimeoutError"));
  }, ms).unref();
  if (outer.aborted) abort();
  else outer.addEventListener("abort", abort, { once: true });
  return {
    signal: controller.signal,
    release: () => {
      clearTimeout(timer);
      outer.removeEventListener("abort", abort);
    },
  };
}
