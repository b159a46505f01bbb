const LOOPBACK = /^(?:localhost|(?:[a-z0-9-]+\.)+localhost|127(?:\.\d{1,3}){3}|\[::1\])$/i;

/** True if the host of a URL names this machine: `localhost`, a name under it, or a loopback address. */
export function isLoopbackAddress(url: string): boolean {
  return LOOPBACK.test(new URL(url).hostname);
}
