import { hashOf } from "../text/text-hash.ts";

/**
 * Returns two addresses on a host where no page exists. Always the same ones, so that a server's cache and logs see only few.
 */
export function soft404Probes(origin: string): [string, string] {
  const name = (part: string) => new URL(`/no-such-page-${hashOf([origin, part]).slice(0, 10)}`, origin).href;
  return [name("one"), name("two")];
}
