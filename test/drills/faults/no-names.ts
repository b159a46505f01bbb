import type { Fault, World } from "./fault.ts";
import type { Answer } from "./name-server.ts";

/** Answers of the name server in the rounds, and the share of the sites that get them. */
const ROUNDS: { answer: Answer; share: number }[] = [
  { answer: "refused", share: 1 },
  { answer: "refused", share: 1 / 3 },
  { answer: "silence", share: 1 },
  { answer: "silence", share: 1 / 3 },
];
const SOON_MS = 31 * 60_000;

/** Makes the name server refuse, or be silent, for all sites or a third of them. The worker is restarted, because it remembers names for a minute. */
export function noNames(): Fault {
  const planOf = (round: number) => ROUNDS[(round - 1) % ROUNDS.length] ?? { answer: "refused" as const, share: 1 };
  const setAll = ({ names, hosts }: World, round: number, answer: Answer) => {
    for (const host of hosts.slice(0, Math.ceil(hosts.length * planOf(round).share))) names.set(host, answer);
  };
  let startedAt = new Date();
  return {
    name: "dns-down",
    mayFail: true,
    startsAt: () => 0,
    begin: async (world, round) => {
      startedAt = new Date();
      setAll(world, round, planOf(round).answer);
      await world.product.restartWorker();
    },
    end: async (world, round) => {
      setAll(world, round, "address");
      const { answer, share } = planOf(round);
      return `${answer} for ${share === 1 ? "all sites" : "a third of the sites"}`;
    },
    judge: async ({ db, hosts }, round) => {
      const broken = Math.ceil(hosts.length * planOf(round).share);
      const isAll = broken === hosts.length;
      const crawls = await db.crawl.findMany({
        where: { queuedAt: { gte: startedAt } },
        select: { failureCode: true, site: { select: { nextCrawlAt: true, failedDays: true } } },
      });
      const failed = crawls.filter(({ failureCode }) => failureCode !== null);
      const faults: string[] = [];
      if (failed.length !== broken) faults.push(`${failed.length} crawls failed, and ${broken} sites had no name.`);
      for (const { failureCode, site } of failed) {
        if (failureCode !== (isAll ? "cut-off" : "dns")) faults.push(`A crawl failed as ${failureCode}.`);
        if (!isAll) continue;
        if (site.failedDays > 0) faults.push("A failure of our own counts as a failed day of a site.");
        if (site.nextCrawlAt.getTime() > Date.now() + SOON_MS) faults.push("A site is not crawled again soon.");
      }
      // Links to a site without a name must not count as broken or fixed.
      const events = await db.issueEvent.findMany({
        where: { at: { gte: startedAt } },
        select: { issue: { select: { check: true, subject: true } } },
      });
      for (const { issue } of events)
        if (issue.check === "links" && !issue.subject.includes("/gone-"))
          faults.push(`Something was said about the link ${issue.subject}.`);
      return faults;
    },
  };
}
