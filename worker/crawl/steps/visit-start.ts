import { pause } from "#worker/async/pause.ts";
import type { PlanFields, Task } from "../crawl-context.ts";
import type { CrawlFailure } from "../crawl-plan.ts";
import { ROBOTS_DENIED } from "./read-page.ts";
import { type VisitContext, visitPage } from "./visit-page.ts";

/** Redirects within the site that the start address may take (http to https, to www, to a language). */
const MAX_MOVES = 5;

/**
 * Visits the start page before all others: if it cannot be read, the Crawl fails. Returns the address where it was found, or the
 * failure in words for the site's owner.
 */
export async function visitStart(
  context: VisitContext & PlanFields<"retryDelayMs">,
): Promise<{ url: string } | { failure: CrawlFailure }> {
  const { plan, signal, frontier, retries } = context;
  let url = plan.startUrl;
  for (let moves = 0; moves <= MAX_MOVES && !signal.aborted; moves++) {
    const entry = await frontier.take({ isIdle: true });
    let task: Task | undefined = entry ? { entry, attempt: 1, isItself: false } : undefined;
    while (task && !signal.aborted) {
      url = task.entry.url;
      await visitPage(context, task);
      task = retries.shift();
      if (task) await pause(plan.retryDelayMs, signal);
    }
    // The checks may have to load their dictionaries first. The pages that this one leads to need not wait for that.
    if (context.beingChecked.has(url)) return { url };
    await context.settling.drain();
    const visited = context.visited.get(url) ?? heldResult(context, url);
    if (!visited || visited.target === null) {
      // A start page that shows nothing is no reason to leave out the pages that the sitemap names.
      const failure = visited?.failure?.code === "no-text" ? null : visited?.failure;
      return failure ? { failure: inWords(url, failure, visited?.status ?? null) } : { url };
    }
  }
  return signal.aborted
    ? { url }
    : {
        failure: { code: "redirect-loop", message: `${plan.startUrl} redirects again and again and never arrives at a page.` },
      };
}

/** Returns what is known of a start page that is held back: see hold-changed.ts and hold-missing.ts. */
function heldResult({ sameText, missing }: Pick<VisitContext, "sameText" | "missing">, url: string) {
  const pages = [...sameText.held.map(({ page }) => page), ...missing.held];
  const held = pages.find(({ visit }) => visit.url === url);
  return held && { target: held.target ?? null, status: held.visit.status, failure: held.visit.failure };
}

function inWords(url: string, failure: CrawlFailure, status: number | null): CrawlFailure {
  if (failure.code === "robots" && failure.message !== ROBOTS_DENIED.message)
    return { code: "robots", message: `We could not visit ${url}. ${failure.message}` };
  if (failure.code === "forbidden" && status === 401)
    return {
      code: "forbidden",
      message: `${url} asks visitors to sign in. Add a sign-in in the site's settings, then crawl again.`,
    };
  switch (failure.code) {
    case "robots":
      return {
        code: "robots",
        message: `The robots.txt of ${new URL(url).host} disallows ${url}. Allow “FlawlessBot” there, then crawl again.`,
      };
    case "sign-in":
      return {
        code: "sign-in",
        message: `${url} asks visitors to sign in, and the sign-in that you gave us no longer works. Add a new one in the site's settings.`,
      };
    case "not-html":
      return { code: "not-html", message: `${url} is not a web page. Use the address of the site's start page.` };
    case "out-of-scope":
      return { code: "out-of-scope", message: `${failure.message} Add the site under that address instead.` };
    default:
      return { code: failure.code, message: `We could not read ${url}. ${failure.message}` };
  }
}
