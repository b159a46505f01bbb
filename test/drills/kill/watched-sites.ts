import { setTimeout as wait } from "node:timers/promises";
import { z } from "zod";
import type { Database } from "#prisma/client.ts";
import { addApiToken } from "#prisma/queries/api/api-tokens.ts";
import { seedTeam } from "#test/support/seed/seed-team.ts";

/** Sites of one Team, each with recipients, and the token with which their Crawls are requested. */
export type WatchedSites = { siteIds: string[]; token: string };

const RECIPIENTS = 6;
const LONG_AFTER = new Date("2030-01-01T05:00:00Z");
const RETRY_MS = 200;
const PATIENCE_MS = 300_000;

/** Creates a Site for each address. */
export async function addWatchedSites(db: Database, urls: readonly string[]): Promise<WatchedSites> {
  const { teamId, userId } = await seedTeam(db, { email: "owner@bakery.example", plan: "agency" });
  const siteIds: string[] = [];
  for (const [index, startUrl] of urls.entries()) {
    const recipients = Array.from({ length: RECIPIENTS }, (_, number) => ({
      email: `reader-${number}@bakery-${index}.example`,
      confirmedAt: new Date(),
      token: `a-token-of-reader-${number}-of-bakery-${index}`,
    }));
    const { id } = await db.site.create({
      data: {
        ...{ teamId, startUrl, name: `Bakery ${index}`, crawlMinute: 0, nextCrawlAt: LONG_AFTER, pageLimit: 100 },
        recipients: { create: recipients },
      },
    });
    siteIds.push(id);
  }
  const scopes = ["crawls:run", "crawls:read"] as const;
  const wanted = { teamId, userId, name: "Drill", scopes, sites: "all" as const, expiresAt: null };
  return { siteIds, token: await addApiToken(db, wanted, new Date()) };
}

const listSchema = z.object({ data: z.array(z.object({ queuedAt: z.iso.datetime() })) });

/** Requests a Crawl of each Site as a program would: before it repeats a request without a good answer, it looks if the Crawl is there. */
export async function requestCrawls(webUrl: string, { siteIds, token }: WatchedSites): Promise<void> {
  const startedAt = Date.now();
  const headers = { authorization: `Bearer ${token}` };
  async function request(siteId: string): Promise<void> {
    const url = `${webUrl}/api/v1/sites/${siteId}/crawls`;
    let problem = "";
    while (Date.now() - startedAt < PATIENCE_MS) {
      try {
        if (problem !== "") {
          const { data } = listSchema.parse(await (await fetch(`${url}?limit=1`, { headers })).json());
          if (data.some(({ queuedAt }) => Date.parse(queuedAt) >= startedAt)) return;
        }
        const answer = await fetch(url, { method: "POST", headers });
        if (answer.status === 202) return;
        problem = `${answer.status} ${await answer.text()}`;
      } catch (error) {
        problem = String(error);
      }
      await wait(RETRY_MS);
    }
    throw new Error(`No crawl could be requested in ${PATIENCE_MS / 1000} s: ${problem}`);
  }
  await Promise.all(siteIds.map(request));
}
