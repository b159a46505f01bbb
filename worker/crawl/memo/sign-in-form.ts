import type { PreviousVisit, Rendered } from "#worker/core/crawl/visit.ts";
import type { PageContent } from "#worker/core/page/page-content.ts";
import { makeSnapshot } from "#worker/core/page/snapshot/make-snapshot.ts";
import { isSignInPage } from "#worker/core/sign-in/signed-in-addresses.ts";
import type { SiteSignIn } from "#worker/core/sign-in/site-sign-in.ts";
import { soft404Probes } from "#worker/core/url/soft-404-probe.ts";
import { type ProbeWorld, readSoft404Probe } from "./read-soft-404-probe.ts";

type PageRead = { content: PageContent; rendered: Rendered };

/** True if a page that a Crawl with a sign-in read is only the form to sign in, which stands now where the page was. */
export type IsSignInForm = (page: PageRead, url: string, previous: PreviousVisit | null) => Promise<boolean>;

/**
 * Recognises a form to sign in that is shown, with 200, in place of what was asked for. All of it must be so, since pages may have such a
 * form while the sign-in works:
 * 1. the page said something else when it was last read, and has one field for a password now;
 * 2. the server shows the same for an address that does not exist, which it does only while it lets us see nothing.
 * A sign-in by user name and password (RFC 7617) is refused by 401: forms have no part in it.
 */
export function createIsSignInForm(signIn: SiteSignIn | undefined, world: ProbeWorld): IsSignInForm {
  const known = new Map<string, Promise<PageContent | null>>();
  /** A fault of ours here must not cost the page: then nothing is compared. */
  const learn = (origin: string, how: Rendered) =>
    readSoft404Probe(world, soft404Probes(origin)[0], how).catch((error: unknown) => {
      if (!world.signal.aborted) world.ports.onFault(error, origin);
      return null;
    });

  return async ({ content, rendered }, url, previous) => {
    if (!signIn || signIn.kind === "password" || !content.asksPassword) return false;
    if (isSignInPage(url) || !previous?.contentHash) return false;
    if (makeSnapshot(content).contentHash === previous.contentHash) return false;
    const { origin } = new URL(url);
    const key = `${rendered} ${origin}`;
    const learning = known.get(key) ?? learn(origin, rendered);
    known.set(key, learning);
    const shown = await learning;
    return shown?.asksPassword === true && says(shown) === says(content);
  };
}

/** All that a page says but its title, which may name the page that was asked for. */
function says({ blocks }: PageContent): string {
  return blocks
    .filter(({ kind }) => kind !== "title")
    .map(({ hash }) => hash)
    .join(" ");
}
