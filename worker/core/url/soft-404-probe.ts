import { hashOf } from "../text/text-hash.ts";

/** Two addresses on a host that no one has a page at. Always the same, so that a server's cache and its owner's logs see few of them. */
export function soft404Probes(origin: string): [string, string] {
  const name = (part: string) => new URL(`/no-such-page-${hashOf([origin, part]).slice(0, 10)}`, origin).href;
  return [name("one"), name("two")];
}
