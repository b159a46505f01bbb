import type { LinkVerdict } from "#worker/core/checks/links/link-verdict.ts";
import { type FindUse, type Needed, needsFile } from "#worker/core/checks/links/target-use.ts";
import type { CheckLinks } from "./check-links.ts";

export type PrefetchChecker = {
  /** Checks targets before the check of all links comes to them; ends early, without throwing, when `signal` aborts. */
  prefetchLinks(targets: string[], signal: AbortSignal, findUse?: FindUse): Promise<void>;
  /** Checks targets in the same way, and returns those that are web pages though they are named like files. */
  findPages(targets: string[], signal: AbortSignal): Promise<string[]>;
  /** Checks the targets that were not clear by then. */
  checkLinks: CheckLinks;
};

/**
 * Makes a link check of which part can be done ahead. Clear verdicts are remembered for one Crawl, those on the site's own addresses too; they
 * are read before the answers that checks share (see `AnswerCache`), which never hold the site's own.
 */
export function createPrefetchChecker(check: CheckLinks): PrefetchChecker {
  const clear = new Map<string, { verdict: LinkVerdict; needs: Needed | undefined }>();
  const findClear = (target: string, findUse: FindUse): LinkVerdict | undefined => {
    const needs = findUse(target)?.needs;
    const known = clear.get(target);
    // A page that works for those who follow a link may be no picture.
    return needsFile(needs) && known?.needs !== needs ? undefined : known?.verdict;
  };
  const keepIfClear = (verdict: LinkVerdict, needs?: Needed) => {
    if (isClear(verdict)) clear.set(verdict.url, { verdict, needs });
  };
  return {
    findPages: async (targets, signal) => {
      const pages: string[] = [];
      const unknown = targets.filter((target) => !clear.has(target));
      for (const target of targets) if (clear.get(target)?.verdict.isPage) pages.push(target);
      for await (const verdict of check(unknown, signal)) {
        keepIfClear(verdict);
        if (verdict.isPage) pages.push(verdict.url);
      }
      return pages;
    },
    prefetchLinks: async (targets, signal, findUse = () => null) => {
      for await (const verdict of check(targets, signal, undefined, findUse)) keepIfClear(verdict, findUse(verdict.url)?.needs);
    },
    async *checkLinks(targets, signal, wasMissing, findUse = () => null) {
      const known = targets.map((target) => [target, findClear(target, findUse)] as const);
      yield* known.map(([, verdict]) => verdict).filter((verdict) => verdict !== undefined);
      const unknown = known.filter(([, verdict]) => verdict === undefined).map(([target]) => target);
      if (unknown.length > 0) yield* check(unknown, signal, wasMissing, findUse);
    },
  };
}

/** Any other fault may have passed when the links are checked. */
function isClear({ state, rule }: LinkVerdict): boolean {
  return state === "ok" || state === "moved" || rule === "links/not-found" || rule === "links/wrong-type";
}
