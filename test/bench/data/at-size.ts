import { appendFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { createDatabase } from "#prisma/client.ts";
import { DEEP_TEAM, fillDeepTeam } from "./size/fill-deep-team.ts";
import { FLEET_NOW, LARGEST_TEAM } from "./size/fleet-shape.ts";
import { measureCrawlEnds } from "./size/measure-crawl-ends.ts";
import { measureLoads } from "./size/measure-loads.ts";
import { measureMaintenance } from "./size/measure-maintenance.ts";
import { openFleet } from "./size/open-fleet.ts";
import { type LoadTarget, pageLoads } from "./size/page-loads.ts";
import { printSizes } from "./size/print-sizes.ts";
import { serviceLoads } from "./size/service-loads.ts";

/**
 * Measures the database at size: makes one of its own with so many Occurrences (see size/fleet-shape.ts), then measures the end of crawls, the
 * slowest query of each page with cold and warm caches, and the nightly work. Prints tables; plans of slow statements go into a file.
 * `node test/bench/data/at-size.ts [--occurrences 100000000] [--folder /tmp/flawless-at-size] [--only crawls,pages,maintenance]`. The
 * folder keeps the database for the next run, so delete it in the end. 100 million take 55 GB.
 */
const { values } = parseArgs({
  options: {
    occurrences: { type: "string", default: "100000000" },
    folder: { type: "string", default: "/tmp/flawless-at-size" },
    only: { type: "string", default: "crawls,pages,maintenance" },
  },
});
const print = (line: string) => process.stdout.write(`${line}\n`);
const plan = (text: string) => appendFile(`${values.folder}/plans-${values.occurrences}.txt`, text);
const parts = values.only.split(",");
const server = await openFleet({ folder: values.folder, occurrences: Number(values.occurrences), print });
try {
  if (parts.includes("crawls") || parts.includes("pages")) await fillDeepTeam(server.adminUrl);
  await printSizes(server.adminUrl, print);
  if (parts.includes("crawls")) await measureCrawlEnds({ server, print, plan });
  if (parts.includes("pages")) {
    print("the whole service");
    await measureLoads({ server, loads: serviceLoads({ teamId: DEEP_TEAM, now: FLEET_NOW }), print, plan });
    for (const teamId of [LARGEST_TEAM, DEEP_TEAM]) {
      const target = await findTarget(teamId);
      if (!target) continue;
      print(`\nteam "${teamId}", site of ${target.pages} pages`);
      await measureLoads({ server, loads: pageLoads(target), print, plan });
    }
  }
  if (parts.includes("maintenance")) await measureMaintenance({ server, print });
} finally {
  await server.stop();
}

/** Returns the Team's Site with most pages, with the Issue that is on most of them. */
async function findTarget(teamId: string): Promise<(LoadTarget & { pages: number }) | null> {
  const db = createDatabase(server.url, 1);
  try {
    const sites = await db.site.findMany({
      where: { teamId, issues: { some: {} } },
      select: { id: true, _count: { select: { pages: true } } },
    });
    const site = sites.toSorted((a, b) => b._count.pages - a._count.pages)[0];
    if (!site) return null;
    const issue = await db.issue.findFirstOrThrow({
      where: { siteId: site.id, state: "open" },
      orderBy: { pageCount: "desc" },
    });
    const place = await db.occurrence.findFirstOrThrow({ where: { issueId: issue.id }, orderBy: { id: "asc" } });
    const crawl = await db.crawl.findFirstOrThrow({
      where: { siteId: site.id, state: "finished", reason: { not: "page" } },
      orderBy: { queuedAt: "desc" },
    });
    const ids = { teamId, siteId: site.id, issueId: issue.id, pageId: place.pageId, crawlId: crawl.id };
    return { ...ids, pages: site._count.pages, now: FLEET_NOW };
  } finally {
    await db.$disconnect();
  }
}
