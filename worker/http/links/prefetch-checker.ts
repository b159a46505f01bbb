import type { LinkVerdict } from "#worker/core/checks/links/link-verdict.ts";
import type { CheckLinks } from "./check-links.ts";

export type PrefetchChecker = {
  /** Checks targets before the check of all links comes to them; ends early, without throwing, when `signal` aborts. */
  prefetchLinks(targets: string[], signal: AbortSignal): Promise<void>;
  /** Checks the targets that were not clear by then. */
  checkLinks: CheckLinks;
};

/**
 * Makes a link check of which part can be done ahead. Clear verdicts are remembered for one Crawl, those on the site's own addresses too; they
 * are read before the answers that checks share (see `AnswerCache`), which never hold the site's own.
 */
export function createPrefetchChecker(check: CheckLinks): PrefetchChecker {
  const clear = new Map<string, LinkVerdict>();
  return {
    prefetchLinks: async (targets, signal) => {
      for await (const verdict of check(targets, signal)) if (isClear(verdict)) clear.set(verdict.url, verdict);
    },
    async *checkLinks(targets, signal, wasMissing) {
      yield* targets.map((target) => clear.get(target)).filter((verdict) => verdict !== undefined);
      const unknown = targets.filter((target) => !clear.has(target));
      if (unknown.length > 0) yield* check(unknown, signal, wasMissing);
    },
  };
}

/** Any other fault may have passed when the links are checked. */
function isClear({ state, rule }: LinkVerdict): boolean {
  return state === "ok" || state === "moved" || rule === "links/not-found";
}
