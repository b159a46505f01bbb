import type { PreviousVisit, Rendered } from "#worker/core/crawl/visit.ts";
import type { PageContent } from "#worker/core/page/page-content.ts";
import { makeSnapshot } from "#worker/core/page/snapshot/make-snapshot.ts";
import { isSignInPage } from "#worker/core/sign-in/signed-in-addresses.ts";
import type { SiteSignIn } from "#worker/core/sign-in/site-sign-in.ts";
import { soft404Probes } from "#worker/core/url/soft-404-probe.ts";
import { type ProbeWorld, readSoft404Probe } from "./read-soft-404-probe.ts";

type PageRead = { content: PageContent; rendered: Rendered };

/** Returns true if the page that was read is a sign-in form, shown in place of the page at that address. */
export type IsSignInForm = (page: PageRead, url: string, previous: PreviousVisit | null) => Promise<boolean>;

/**
 * Recognises a sign-in form that answers 200 in place of the page. Both must hold, because a page may have such a form while the
 * sign-in works:
 * 1. the page said something else when it was last read, and has a password field now;
 * 2. the server shows the same form for an address that does not exist.
 * A sign-in by user name and password (RFC 7617) is refused with 401, not with a form.
 */
export function createIsSignInForm(signIn: SiteSignIn | undefined, world: ProbeWorld): IsSignInForm {
  const known = new Map<string, Promise<PageContent | null>>();
  /** A fault of ours must not cost the page its reading: without a probe, nothing is compared. */
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

/** Returns the texts of a page without its title, which may name the requested page. */
function says({ blocks }: PageContent): string {
  return blocks
    .filter(({ kind }) => kind !== "title")
    .map(({ hash }) => hash)
    .join(" ");
}
