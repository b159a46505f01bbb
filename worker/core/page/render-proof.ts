import { z } from "zod";
import { urlPattern } from "./url-pattern.ts";

const count = z.number().int().min(0);

/** What a Site's pages have shown so far, by URL pattern: how often the HTML alone said what the browser said, and how often not. */
export const renderProofsSchema = z.record(z.string(), z.object({ same: count, differ: count }));
export type RenderProofs = z.infer<typeof renderProofsSchema>;

/** How to read a page. `both`: with and without the browser, to compare; where they say the same, keep the reading of the HTML. */
export type Rendering = "http" | "browser" | "both";

/** So many pages of a pattern must have said the same before one is read without the browser. */
const PROOFS_NEEDED = 3;

/** About one proven page in so many is read both ways again. */
const REPROVE_ONE_IN = 20;

/** Patterns kept for a Site; pages of any further one are read both ways. */
const MAX_PATTERNS = 500;

/**
 * How to read a page, given what its site has shown.
 * Nothing in it that runs or hides: its HTML says it all. One page of its pattern ever differed: the browser. Proven: the HTML, but
 * now and then both. Not known: both. `sampleKey` chooses who is proven again: the same key gives the same answer, so it should
 * change from Crawl to Crawl (`crawlId + url`).
 */
export function decideRendering(proofs: RenderProofs, url: string, scripted: boolean, sampleKey: string): Rendering {
  if (!scripted) return "http";
  const proof = proofFor(proofs, urlPattern(url));
  if (proof.differ > 0) return "browser";
  if (proof.same < PROOFS_NEEDED) return "both";
  return sampleOf(sampleKey) % REPROVE_ONE_IN === 0 ? "both" : "http";
}

/** The proofs with one more comparison in them. The given ones stay as they are. */
export function learn(proofs: RenderProofs, url: string, same: boolean): RenderProofs {
  const pattern = urlPattern(url);
  if (!Object.hasOwn(proofs, pattern) && Object.keys(proofs).length >= MAX_PATTERNS) return proofs;
  const proof = proofFor(proofs, pattern);
  return { ...proofs, [pattern]: same ? { ...proof, same: proof.same + 1 } : { ...proof, differ: proof.differ + 1 } };
}

function proofFor(proofs: RenderProofs, pattern: string): { same: number; differ: number } {
  return (Object.hasOwn(proofs, pattern) ? proofs[pattern] : undefined) ?? { same: 0, differ: 0 };
}

/** FNV-1a, 32 bits: spreads keys evenly; nothing secret hangs on it. */
function sampleOf(key: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < key.length; index += 1) hash = Math.imul(hash ^ key.charCodeAt(index), 0x01000193);
  return hash >>> 0;
}
