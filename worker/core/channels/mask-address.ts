/** A path shorter than this cannot hold a secret and an end that may be shown. */
const LONG_PATH = 16;
const SHOWN_END = 4;

/** Returns an address as it is shown: its host, and the last characters of a long path, by which a person recognises it. */
export function maskAddress(address: string): string {
  const { host, pathname, search } = new URL(address);
  const path = `${pathname}${search}`;
  if (path === "/") return host;
  return path.length < LONG_PATH ? `${host}/…` : `${host}/…${path.slice(-SHOWN_END)}`;
}
