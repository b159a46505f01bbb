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

/** Returns false if robots.txt disallows the target, or if requesting it with the sign-in might do what the link is for. */
export async function mayRequestTarget({ plan, isInScope, robotsOf }: Bounds, target: string): Promise<boolean> {
  return !actsSignedIn(plan, target) && (!isInScope(target) || (await robotsOf(target)).isAllowed(target));
}

/** Returns the verdict on a target that must not be requested. */
export function deniedVerdict({ plan }: Pick<Bounds, "plan">, target: string): LinkVerdict {
  const reason = actsSignedIn(plan, target)
    ? "We did not request this address with your sign-in, because it might sign us out or change your site."
    : "The site's robots.txt disallows this page.";
  return verdictOf(target, faultyAnswer("links/unknown", reason));
}

/** Returns true if a request with the sign-in might sign us out or change something, also outside the Crawl's scope. */
export function actsSignedIn({ signIn, startUrl }: Bounds["plan"], target: string): boolean {
  return signIn !== undefined && mayChangeSite(target) && isSameSite(new URL(target), new URL(startUrl));
}
