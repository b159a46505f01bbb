/**
 * Runs in each page before its own scripts, and marks in the performance timeline, which all worlds of a page share, what takes real time:
 * `flawless-observers` once it observes elements, which goes by frames, and `flawless-storage` as long as it waits for its database or cache.
 * Uses nothing outside itself, because its source is sent to the browser.
 */
export function announceUse(): void {
  const mark = performance.mark.bind(performance);
  const clearMarks = performance.clearMarks.bind(performance);
  const wrap = (owner: string, methods: string, after: (result: unknown) => void) => {
    const made: unknown = Reflect.get(window, owner);
    const prototype: unknown = typeof made === "function" ? made.prototype : undefined;
    if (!(prototype instanceof Object)) return;
    for (const method of methods.split(" ")) {
      const own: unknown = Reflect.get(prototype, method);
      if (typeof own !== "function") continue;
      Reflect.set(prototype, method, function announcing(this: unknown, ...args: unknown[]) {
        const result: unknown = Reflect.apply(own, this, args);
        after(result);
        return result;
      });
    }
  };
  let observes = false;
  const observed = () => {
    if (!observes) mark("flawless-observers");
    observes = true;
  };
  wrap("IntersectionObserver", "observe", observed);
  wrap("ResizeObserver", "observe", observed);
  let pending = 0;
  const done = () => {
    pending -= 1;
    if (pending === 0) clearMarks("flawless-storage");
  };
  const asked = (result: unknown) => {
    const isRequest = result instanceof IDBRequest;
    if (!isRequest && !(result instanceof Promise)) return;
    pending += 1;
    if (pending === 1) mark("flawless-storage");
    if (!isRequest) return void result.then(done, done);
    const first = new AbortController();
    const end = () => {
      first.abort();
      done();
    };
    for (const type of ["success", "error", "blocked"]) result.addEventListener(type, end, { signal: first.signal });
  };
  const reading = "get getKey getAll getAllKeys count openCursor openKeyCursor";
  wrap("IDBFactory", "open deleteDatabase databases", asked);
  wrap("IDBObjectStore", `${reading} put add delete clear`, asked);
  wrap("IDBIndex", reading, asked);
  // Only secure pages have caches.
  wrap("CacheStorage", "open match has keys", asked);
  wrap("Cache", "match matchAll keys put add addAll", asked);
}
