import { z } from "zod";
import { urlPattern } from "./url-pattern.ts";

const count = z.number().int().min(0);

/**
 * What a Site's pages have shown so far, by family: how many in a row said without the browser what they said in it, up to now, and how many
 * did not in all. A family is a URL pattern with the scripts that its pages have (`/blog/*.html 3f0c…`): when a site changes its scripts, its pages
 * are of a new family, of which nothing is known; one page with a script more than its neighbours says nothing about them.
 */
export const renderProofsSchema = z.record(z.string(), z.object({ same: count, differ: count }));
export type RenderProofs = z.infer<typeof renderProofsSchema>;

/** How to read a page. `both`: with and without the browser, to compare; where they say the same, keep the reading of the HTML. */
export type Rendering = "http" | "both";

/** `scripts`: see `scriptsFingerprint`. */
export type PageOfFamily = { url: string; scripts: string };

/** So many pages of a family in a row must have said the same before one is read without the browser. */
const PROOFS_NEEDED = 3;
/** And so many once one did not. They cost nothing: until then the pages are read both ways. */
const PROOFS_NEEDED_AGAIN = 50;

/**
 * About one proven page in so many is read both ways again, within these bounds: as many as have said the same in a row. What has held so
 * often fails no oftener (Laplace's rule of succession).
 */
const REPROVE_ONE_IN = { atLeast: 20, atMost: 100 };

/** Families kept for a Site; the one that was heard of longest ago is forgotten for a new one. */
const MAX_FAMILIES = 500;

/**
 * How to read a page, given what its site has shown.
 * Nothing in it that runs or hides: its HTML says it all. It said more in the browser when it was read last (`saidMore`), or its family is not
 * proven: both. Proven: the HTML, but now and then both. `sampleKey` chooses who is proven again: the same key gives the same answer, so it
 * should change from Crawl to Crawl (`crawlId + url`).
 */
export function decideRendering(
  proofs: RenderProofs,
  page: PageOfFamily,
  { saidMore, sampleKey }: { saidMore: boolean; sampleKey: string },
): Rendering {
  if (page.scripts === "") return "http";
  if (saidMore || !isProven(proofs, page)) return "both";
  const { same } = proofOf(proofs, familyOf(page));
  const oneIn = Math.min(Math.max(same, REPROVE_ONE_IN.atLeast), REPROVE_ONE_IN.atMost);
  return sampleOf(sampleKey) % oneIn === 0 ? "both" : "http";
}

/** True if the HTML of such pages is taken for all that they say. */
export function isProven(proofs: RenderProofs, page: PageOfFamily): boolean {
  const { same, differ } = proofOf(proofs, familyOf(page));
  return same >= (differ > 0 ? PROOFS_NEEDED_AGAIN : PROOFS_NEEDED);
}

/** True if anything is known of pages with such an address, whatever scripts they have. */
export function isPatternKnown(proofs: RenderProofs, url: string): boolean {
  const start = `${urlPattern(url)} `;
  return Object.keys(proofs).some((family) => family.startsWith(start));
}

/** The proofs with one more comparison in them. The given ones stay as they are. */
export function learn(proofs: RenderProofs, page: PageOfFamily, same: boolean): RenderProofs {
  const family = familyOf(page);
  const before = proofOf(proofs, family);
  const { [family]: _moved, ...others } = proofs;
  const kept = Object.entries(others).slice(-(MAX_FAMILIES - 1));
  const proof = same ? { ...before, same: before.same + 1 } : { same: 0, differ: before.differ + 1 };
  return { ...Object.fromEntries(kept), [family]: proof };
}

function familyOf({ url, scripts }: PageOfFamily): string {
  return `${urlPattern(url)} ${scripts}`;
}

function proofOf(proofs: RenderProofs, family: string): { same: number; differ: number } {
  return (Object.hasOwn(proofs, family) ? proofs[family] : undefined) ?? { same: 0, differ: 0 };
}

/** FNV-1a, 32 bits: spreads keys evenly; nothing secret hangs on it. */
function sampleOf(key: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < key.length; index += 1) hash = Math.imul(hash ^ key.charCodeAt(index), 0x01000193);
  return hash >>> 0;
}
