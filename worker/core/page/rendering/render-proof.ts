import { z } from "zod";
import { fnvHash } from "#worker/core/text/fnv-hash.ts";
import { urlPattern } from "./url-pattern.ts";

const count = z.number().int().min(0);

/**
 * Results of comparing pages read with and without the browser, by template: the current run of equal readings, and the total
 * of different ones. A template is a URL pattern with the pages' scripts (`/blog/*.html 3f0c…`): when a site changes its
 * scripts, its pages form a new, unproven template, and a page with one more script than its neighbours proves nothing about
 * them.
 */
export const renderProofsSchema = z.record(z.string(), z.object({ same: count, differ: count }));
export type RenderProofs = z.infer<typeof renderProofsSchema>;

/** Ways to read a page. `both`: with and without the browser, to compare them; if they are equal, keep the HTML reading. */
export type Rendering = "http" | "both";

/** A page's address and its `scriptsFingerprint`, which identify its template. */
export type TemplatePage = { url: string; scripts: string };

/** Equal readings in a row that a template needs before its pages are read without the browser. */
const PROOFS_NEEDED = 3;
/** The same after any different reading. These cost no extra visits: until then, pages are read both ways. */
const PROOFS_NEEDED_AGAIN = 50;

/**
 * One in this many proven pages is read both ways again: as many as the equal readings in a row, within these bounds. A
 * template that has held n times fails about once in n (Laplace's rule of succession).
 */
const REPROVE_ONE_IN = { atLeast: 20, atMost: 100 };

/** Maximum number of templates per Site; the least recently compared is dropped for a new one. */
const MAX_TEMPLATES = 500;

/**
 * Decides how to read a page.
 * A page without scripts is read from its HTML. A page that had more content in the browser last time (`neededBrowser`), or
 * whose template is not proven, is read both ways. A proven page is read from its HTML, and now and then both ways.
 * `sampleKey` selects which proven pages are read both ways. The same key gives the same answer, so it should change with each
 * Crawl (`crawlId + url`).
 */
export function decideRendering(
  proofs: RenderProofs,
  page: TemplatePage,
  { neededBrowser, sampleKey }: { neededBrowser: boolean; sampleKey: string },
): Rendering {
  if (page.scripts === "") return "http";
  if (neededBrowser || !isProven(proofs, page)) return "both";
  const { same } = proofOf(proofs, templateOf(page));
  const oneIn = Math.min(Math.max(same, REPROVE_ONE_IN.atLeast), REPROVE_ONE_IN.atMost);
  return fnvHash(sampleKey) % oneIn === 0 ? "both" : "http";
}

/** True if the HTML of a page's template has proven complete. */
export function isProven(proofs: RenderProofs, page: TemplatePage): boolean {
  const { same, differ } = proofOf(proofs, templateOf(page));
  return same >= (differ > 0 ? PROOFS_NEEDED_AGAIN : PROOFS_NEEDED);
}

/** True if any page with this URL pattern was compared, with any scripts. */
export function isPatternKnown(proofs: RenderProofs, url: string): boolean {
  const start = `${urlPattern(url)} `;
  return Object.keys(proofs).some((template) => template.startsWith(start));
}

/** Returns the proofs with one more comparison, without changing the given ones. */
export function addComparison(proofs: RenderProofs, page: TemplatePage, same: boolean): RenderProofs {
  const template = templateOf(page);
  const before = proofOf(proofs, template);
  const { [template]: _moved, ...others } = proofs;
  const kept = Object.entries(others).slice(-(MAX_TEMPLATES - 1));
  const proof = same ? { ...before, same: before.same + 1 } : { same: 0, differ: before.differ + 1 };
  return { ...Object.fromEntries(kept), [template]: proof };
}

function templateOf({ url, scripts }: TemplatePage): string {
  return `${urlPattern(url)} ${scripts}`;
}

function proofOf(proofs: RenderProofs, template: string): { same: number; differ: number } {
  return (Object.hasOwn(proofs, template) ? proofs[template] : undefined) ?? { same: 0, differ: 0 };
}
