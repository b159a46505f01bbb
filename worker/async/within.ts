/** Waits for a promise for a limited time. Returns true if it resolved, false if it is late. Rejects as it does. */
export async function within(promise: Promise<unknown>, ms: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), ms);
  });
  const done = promise.then(() => true as const);
  return await Promise.race([done, late]).finally(() => clearTimeout(timer));
}
