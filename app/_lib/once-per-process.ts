/**
 * Makes a value on first use and keeps it for the life of the process. It hangs on `globalThis` because the development server loads
 * modules again on every edit, and each load would open another pool of connections. A value that could not be made is tried again.
 */
export function oncePerProcess<T>(name: string, make: () => T): () => T {
  const key = Symbol.for(`flawless.${name}`);
  return () => {
    const known: unknown = Reflect.get(globalThis, key);
    if (isKept<T>(known)) return known.value;
    const value = make();
    Reflect.set(globalThis, key, { value });
    if (value instanceof Promise) value.catch(() => Reflect.deleteProperty(globalThis, key));
    return value;
  };
}

function isKept<T>(known: unknown): known is { value: T } {
  return typeof known === "object" && known !== null && "value" in known;
}
