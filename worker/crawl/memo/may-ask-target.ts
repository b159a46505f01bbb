import { faultyAnswer, verdictOf } from "#worker/core/checks/links/link-answer.ts";
import type { LinkVerdict } from "#worker/core/checks/links/link-verdict.ts";
import type { Robots } from "#worker/core/crawl/robots.ts";
import { mayChangeSite } from "#worker/core/sign-in/signed-in-addresses.ts";
import { isSameSite } from "#worker/core/url/scope.ts";
import type { CrawlPlan } from "../crawl-plan.ts";

type Bounds = {
  plan: Pick<CrawlPlan, "signIn" | "startUrl">;
  isInScope(url: string): boolean;
  robotsOf(url: string): Promise<Robots>;
};

/** The site's own robots.txt holds for asking whether a page is there, too. With a sign-in, asking could do what the link is for. */
export async function mayAskTarget({ plan, isInScope, robotsOf }: Bounds, target: string): Promise<boolean> {
  return !actsSignedIn(plan, target) && (!isInScope(target) || (await robotsOf(target)).isAllowed(target));
}

/** What is said of a target that may not be asked. */
export function deniedVerdict({ plan }: Pick<Bounds, "plan">, target: string): LinkVerdict {
  const reason = actsSignedIn(plan, target)
    ? "We did not request this address with your sign-in, because it might sign us out or change your site."
    : "The site's robots.txt disallows this page.";
  return verdictOf(target, faultyAnswer("links/unknown", reason));
}

/** Whether asking for an address, with the sign-in that it gets, might sign us out or change something; the site's other folders count, too. */
function actsSignedIn({ signIn, startUrl }: Bounds["plan"], target: string): boolean {
  return signIn !== undefined && mayChangeSite(target) && isSameSite(new URL(target), new URL(startUrl));
}
