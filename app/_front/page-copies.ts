import { makePageCopy, type PageCopy } from "./page-copy.ts";
import { PUBLIC_PAGES } from "./public-pages.ts";

type Kept = { copy: PageCopy; until: number };
type Dependencies = { render(path: string): Promise<Response>; now(): number };

/** Copies of the public pages. `find` returns one that still holds, `load` one in any case, or null if the page cannot be rendered now. */
export type PageCopies = { find(path: string): PageCopy | null; load(path: string): Promise<PageCopy | null> };

/** Keeps one rendering of each public page in memory. Visitors who come at the same time wait for the same rendering. */
export function createPageCopies({ render, now }: Dependencies): PageCopies {
  const kept = new Map<string, Kept>();
  const loading = new Map<string, Promise<PageCopy | null>>();

  async function renderCopy(path: string): Promise<PageCopy | null> {
    const seconds = PUBLIC_PAGES.get(path) ?? null;
    const answer = await render(path);
    if (answer.status !== 200) {
      await answer.body?.cancel();
      return null;
    }
    const copy = await makePageCopy(answer, seconds);
    kept.set(path, { copy, until: seconds === null ? Number.POSITIVE_INFINITY : now() + seconds * 1000 });
    return copy;
  }

  return {
    find: (path) => {
      const one = kept.get(path);
      return one && one.until > now() ? one.copy : null;
    },
    load: (path) => {
      const known = loading.get(path);
      if (known) return known;
      const started = renderCopy(path).finally(() => loading.delete(path));
      loading.set(path, started);
      return started;
    },
  };
}
