import { answerIfChanged } from "#app/_lib/answers/answer-if-changed.ts";
import { getDatabase } from "#app/_lib/database.ts";
import { getSettings } from "#app/_lib/settings.ts";
import { findFeedEntries } from "#prisma/queries/sharing/find-feed-entries.ts";
import { findSharedSite } from "#prisma/queries/sharing/find-shared-site.ts";
import { atomFeed } from "#worker/core/report/outside/atom-feed.ts";

const KEPT_SECONDS = 300;

/** Answers with the changes of a site as an Atom feed. */
export async function GET(request: Request, { params }: { params: Promise<{ token: string }> }): Promise<Response> {
  const { token } = await params;
  const site = await findSharedSite(getDatabase(), { token, kind: "feed", now: new Date() });
  if (!site)
    return new Response("This feed has ended. Ask the owner of the site for a new address.", {
      status: 404,
      headers: { "Cache-Control": "no-store" },
    });
  const appUrl = getSettings().APP_URL;
  const feed = atomFeed({
    id: site.linkId,
    siteName: site.siteName,
    selfUrl: new URL(`/feed/${token}`, appUrl).href,
    siteUrl: new URL(`/sites/${site.siteId}`, appUrl).href,
    since: site.since,
    entries: await findFeedEntries(getDatabase(), site),
  });
  return answerIfChanged(request, feed, {
    "Content-Type": "application/atom+xml; charset=utf-8",
    "Cache-Control": `private, max-age=${KEPT_SECONDS}`,
    "X-Content-Type-Options": "nosniff",
  });
}
