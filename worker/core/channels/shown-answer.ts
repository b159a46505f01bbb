import { cutEnd } from "../view/marks/cut-end.ts";
import { inLine } from "./in-line.ts";

const LONGEST = 200;
/** Parts of an address that are shorter are words, such as "services". */
const SHORTEST_SECRET = 9;

/**
 * Returns the beginning of an answer's body in one line, as it is stored and shown. Parts of the address that may be its secret are
 * replaced, because error pages repeat the path that was requested.
 */
export function shownAnswer(body: string, address: string): string {
  let text = inLine(body);
  for (const part of secretParts(address)) text = text.replaceAll(part, "…");
  return cutEnd(text, LONGEST);
}

/** Returns the parts of an address that may be secret, as written and decoded, the longest first. */
function secretParts(address: string): string[] {
  const { pathname, search } = new URL(address);
  const parts = `${pathname}${search}`.split(/[/?&=]/u);
  const all = [...parts, ...parts.map(decoded)].filter((part) => part.length >= SHORTEST_SECRET);
  return [...new Set(all)].sort((one, other) => other.length - one.length);
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch (error) {
    if (error instanceof URIError) return part;
    throw error;
  }
}
