import type { Database } from "#prisma/client.ts";
import { makePictureKey, type PictureStore } from "#prisma/pictures/picture-store.ts";
import { hasFeature } from "#prisma/queries/operating/is-switched-on.ts";
import { findMistakesOnPage } from "#prisma/queries/pictures/find-mistakes-on-page.ts";
import { findPagesToDraw, type PageToDraw } from "#prisma/queries/pictures/find-pages-to-draw.ts";
import { findSiteToDraw, type SiteToDraw } from "#prisma/queries/pictures/find-site-to-draw.ts";
import { recordPicture, recordUndrawn, reservePicture } from "#prisma/queries/pictures/record-picture.ts";
import { openSignIn } from "#prisma/queries/sites/site-sign-in.ts";
import type { SecretKeys } from "#prisma/sealed-secret.ts";
import { serviceClock } from "#prisma/service-clock.ts";
import type { OpenBrowser } from "#worker/browser/open-browser.ts";
import { openPictureContext, type PictureContext } from "#worker/browser/pictures/picture-context.ts";
import { toWantedMark } from "#worker/core/page/locate/to-wanted-mark.ts";
import type { HeadersFor } from "#worker/core/sign-in/sign-in-headers.ts";
import { makeSignInHeaders } from "#worker/core/sign-in/sign-in-headers.ts";
import { describeFailure } from "#worker/http/client/describe-failure.ts";
import type { HttpClient } from "#worker/http/client/http-client.ts";
import { fetchRobots } from "#worker/http/read/robots.ts";
import type { Log } from "#worker/log.ts";
import { keepSitePace } from "./keep-site-pace.ts";

/** `drawer` null: there is no browser on this machine. `limits`: pages after one Crawl, and bytes of one Site and of all. */
export type PictureDependencies = {
  db: Database;
  client: HttpClient;
  drawer: OpenBrowser | null;
  store: PictureStore;
  secretKeys: SecretKeys;
  limits: { pages: number; siteBytes: number; allBytes: number };
  log: Log;
};

/** Part of a Crawl's time that its pictures may take, and the time that they may take in any case. */
const TIME_SHARE = 0.2;
const LEAST_MS = 60_000;
/** The time of one page, and most bytes that it may load and that its picture may have. */
const PAGE_MS = 30_000;
const MOST_LOADED = 40_000_000;
const MOST_PICTURE = 1_500_000;

/**
 * Takes pictures of a Site's pages with Issues that have none: after a Crawl, so that it takes no longer, at the Site's pace, by its
 * robots.txt and within a budget. What is left waits for the next Crawl. A page that cannot be drawn is no fault.
 */
export async function takePictures(dependencies: PictureDependencies, siteId: string, stopping: AbortSignal): Promise<void> {
  const { db, drawer, client, limits } = dependencies;
  if (!drawer || limits.pages === 0 || stopping.aborted) return;
  const log = dependencies.log.child({ siteId });
  const site = await findSiteToDraw(db, siteId);
  if (!site) return;
  if (site.hasSignIn && !site.mayDrawSignedIn) return;
  if (!(await hasFeature(db, { feature: "pictures", teamId: site.teamId }))) return;
  const pages = await findPagesToDraw(db, { siteId, now: serviceClock.now(), take: limits.pages });
  if (pages.length === 0) return;
  const headersFor = await signInOf(dependencies, siteId, site);
  const startedAt = performance.now();
  const isOver = () => performance.now() - startedAt > Math.max(LEAST_MS, TIME_SHARE * site.crawlMs);
  const endPace = keepSitePace(client, site);
  const locale = site.language === "auto" ? "en-US" : site.language;
  const context = openPictureContext(drawer, { userAgent: client.userAgent, locale });
  const budget = { siteBytes: limits.siteBytes - site.siteBytes, allBytes: limits.allBytes - site.allBytes };
  const counts = { taken: 0, undrawn: 0, bytes: 0 };
  try {
    const isAllowed = makeIsAllowed(client, stopping);
    for (const page of pages) {
      if (isOver() || counts.bytes >= Math.min(budget.siteBytes, budget.allBytes)) break;
      if (!(await isAllowed(page.url))) continue;
      const bytes = await takePicture({ ...dependencies, context, headersFor, stopping, log }, siteId, page);
      counts[bytes === null ? "undrawn" : "taken"] += 1;
      counts.bytes += bytes ?? 0;
    }
  } catch (error) {
    if (!stopping.aborted) log.error({ err: error }, "pictures could not be taken: the next crawl tries again");
  } finally {
    await context.close();
    endPace();
  }
  if (counts.bytes >= budget.allBytes) log.warn("pictures fill their space: raise PICTURES_TOTAL_MB");
  log.info(
    { ...counts, left: pages.length - counts.taken - counts.undrawn, ms: Math.round(performance.now() - startedAt) },
    "pictures taken",
  );
}

async function signInOf(
  { db, secretKeys }: PictureDependencies,
  siteId: string,
  site: SiteToDraw,
): Promise<HeadersFor | undefined> {
  const signIn = site.hasSignIn ? await openSignIn(db, secretKeys, siteId) : null;
  return signIn && signIn !== "unreadable" ? makeSignInHeaders(signIn, site.startUrl) : undefined;
}

/** Returns a function that says if an address may be visited, by the robots.txt of its origin. */
function makeIsAllowed(client: HttpClient, signal: AbortSignal): (url: string) => Promise<boolean> {
  const known = new Map<string, ReturnType<typeof fetchRobots>>();
  return async (url) => {
    const { origin } = new URL(url);
    const reading = known.get(origin) ?? fetchRobots(client, origin, signal);
    known.set(origin, reading);
    const robots = await reading;
    return !robots.failure && robots.isAllowed(url);
  };
}

type Drawing = PictureDependencies & {
  context: PictureContext;
  headersFor: HeadersFor | undefined;
  stopping: AbortSignal;
};

/** Draws one page and stores its picture. Returns the picture's size in bytes; null if there is none. */
async function takePicture(drawing: Drawing, siteId: string, { pageId, snapshotId, url }: PageToDraw): Promise<number | null> {
  const { db, client, context, headersFor, stopping: signal, store, log } = drawing;
  const { mistakes, all } = await findMistakesOnPage(db, { siteId, pageId });
  const issueOf = new Map(mistakes.map(({ id, issueId }) => [id, issueId]));
  const marks = mistakes.map(toWantedMark).filter((mark) => mark !== null);
  const options = { signal, headersFor, marks, timeoutMs: PAGE_MS, maxBytes: MOST_LOADED, maxPicture: MOST_PICTURE };
  const drawn = await client.limiter
    .run(url, () => context.draw(url, options), signal)
    .catch((error: unknown) => {
      const held = describeFailure(error, url);
      if (!held) throw error;
      return held;
    });
  if ("code" in drawn) {
    log.debug({ host: new URL(url).host, code: drawn.code }, "a page could not be drawn");
    await recordUndrawn(db, { pageId, now: serviceClock.now() });
    return null;
  }
  const key = makePictureKey();
  await reservePicture(db, { key, now: serviceClock.now() });
  await store.put(key, drawn.picture);
  const { picture, width, height } = drawn;
  const found = drawn.marks.flatMap(({ id, rects }) => {
    const issueId = issueOf.get(id);
    return issueId === undefined ? [] : [{ issueId, occurrenceId: id, rects }];
  });
  const taken = { siteId, pageId, snapshotId, key, width, height, bytes: picture.length, takenAt: serviceClock.now() };
  return (await recordPicture(db, { ...taken, marks: found, sought: all })) ? picture.length : null;
}
