import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { hashPassword } from "#app/_lib/password/password-hashing.ts";
import type { Database } from "#prisma/client.ts";
import { PASSWORD, signIn } from "#test/support/sign-in.ts";
import { waitFor } from "#test/support/wait-for.ts";
import type { ChangingSite } from "../kill/changing-site.ts";
import { hasEnded } from "../kill/has-ended.ts";
import { requestCrawls, type WatchedSites } from "../kill/watched-sites.ts";

type World = { db: Database; webUrl: string; sites: ChangingSite[]; watched: WatchedSites };

/** Work of the load so far. `failed`: visits that were not answered well. */
export type Done = { crawls: number; visits: number; failed: string[] };

const OWNER = "owner@bakery.example";
const VISITS_A_SECOND = 2;
const CRAWL_EVERY_MS = 20_000;
/** Versions of the sites, which come in turn, so that Issues come and go and do not become more and more. */
const VERSIONS = 8;
const PATIENCE_MS = 300_000;

/** Has the sites change and be crawled, and people look at pages, until `stop`, which waits for what is under way. */
export async function startLoad({ db, webUrl, sites, watched }: World): Promise<{ done: Done; stop(): Promise<void> }> {
  const { id: userId } = await db.user.findUniqueOrThrow({ where: { email: OWNER } });
  const password = await hashPassword(PASSWORD);
  await db.account.create({ data: { id: randomUUID(), userId, accountId: userId, providerId: "credential", password } });
  const cookie = await signIn(webUrl, OWNER);
  const done: Done = { crawls: 0, visits: 0, failed: [] };
  const stopping = new AbortController();
  const paths = [
    "/",
    "/pricing",
    "/sites",
    "/issues",
    ...watched.siteIds.flatMap((id) => [`/sites/${id}`, `/sites/${id}/pages`]),
  ];

  async function visit(): Promise<void> {
    const path = paths[done.visits % paths.length] ?? "/";
    done.visits += 1;
    const answer = await fetch(`${webUrl}${path}`, { headers: { cookie }, redirect: "manual" });
    await answer.text();
    if (answer.status >= 400) done.failed.push(`${answer.status} ${path}`);
  }
  async function visitAll(): Promise<void> {
    const underWay = new Set<Promise<void>>();
    while (!stopping.signal.aborted) {
      const visiting: Promise<void> = visit()
        .catch((error: unknown) => void done.failed.push(String(error)))
        .finally(() => underWay.delete(visiting));
      underWay.add(visiting);
      await wait(1_000 / VISITS_A_SECOND);
    }
    await Promise.all(underWay);
  }
  async function crawlAll(): Promise<void> {
    for (let round = 0; !stopping.signal.aborted; round += 1) {
      const next = Date.now() + CRAWL_EVERY_MS;
      for (const site of sites) site.setVersion(round % VERSIONS);
      await requestCrawls(webUrl, watched);
      await waitFor("crawls and mails to end", () => hasEnded(db), PATIENCE_MS);
      done.crawls += sites.length;
      await wait(Math.max(0, next - Date.now()), undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  }
  const working = Promise.all([visitAll(), crawlAll()]);
  // It is awaited at the end.
  working.catch(() => undefined);
  return {
    done,
    stop: async () => {
      stopping.abort();
      await working;
    },
  };
}
