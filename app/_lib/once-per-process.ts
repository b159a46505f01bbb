/**
 * Wraps a factory so that it runs once per process. The value is stored on `globalThis`, because the development server reloads
 * modules on every edit and would open another connection pool each time. A failed attempt is repeated.
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
