import type { LinkVerdict } from "#worker/core/checks/links/link-verdict.ts";
import type { CheckLinks } from "./check-links.ts";

export type PrefetchChecker = {
  /** Asks targets before the check of all links comes to them; ends early, without throwing, when `signal` aborts. */
  prefetchLinks(targets: string[], signal: AbortSignal): Promise<void>;
  /** The check, which does not ask again what was clear by then. */
  checkLinks: CheckLinks;
};

/** Makes a link check of which part can be done ahead: what a target answered is kept until the check asks for it. */
export function createPrefetchChecker(ask: CheckLinks): PrefetchChecker {
  const told = new Map<string, LinkVerdict>();
  return {
    prefetchLinks: async (targets, signal) => {
      for await (const verdict of ask(targets, signal)) if (isClear(verdict)) told.set(verdict.url, verdict);
    },
    async *checkLinks(targets, signal, wasMissing) {
      const known = targets.map((target) => told.get(target)).filter((verdict) => verdict !== undefined);
      yield* known;
      const unknown = targets.filter((target) => !told.has(target));
      if (unknown.length > 0) yield* ask(unknown, signal, wasMissing);
    },
  };
}

/** What else went wrong may have passed when the links are checked. */
function isClear({ state, rule }: LinkVerdict): boolean {
  return state === "ok" || state === "moved" || rule === "links/not-found";
}
