import { describe, expect, it } from "vitest";
import { makeRandom } from "#test/support/make-random.ts";
import { CHECK_IDS } from "#worker/core/checks/check-kinds.ts";
import { LINK_RULES_VERSION } from "#worker/core/checks/links/link-rules.ts";
import { createHouseStyle } from "#worker/core/checks/style/house-style.ts";
import type { RememberedCrawl } from "#worker/core/issues/remembered-issue.ts";
import { compareCrawls } from "#worker/core/report/compare-crawls.ts";
import type { ReportChange } from "#worker/core/report/report.ts";
import { createInProcessMemory } from "#worker/crawl/in-process-memory.ts";
import { crawlFakeWeb } from "./fake/crawl-fake-web.ts";
import { checkSlips, makeVolatileSite, type RealChange, type VolatileSite } from "./fake/volatile-site.ts";

const DAYS = 30;

/** Crawls a site on thirty days. Returns what each day's mail says; the first is the report. `changedOn`: the day of the real change. */
async function crawlDaily(site: VolatileSite, changedOn = Number.POSITIVE_INFINITY): Promise<string[][]> {
  const memory = createInProcessMemory();
  const mails: string[][] = [];
  let before: RememberedCrawl | null = null;
  for (let day = 0; day < DAYS; day += 1) {
    const { pages, verdict } = site(day, day >= changedOn);
    memory.startNextCrawl();
    const plan = { only: CHECK_IDS, browser: "never" as const };
    const { account } = await crawlFakeWeb({ pages, verdict, memory, checkBlocks: checkSlips, plan });
    if (account.failure) {
      mails.push([]);
      continue;
    }
    const now = new Date(Date.UTC(2026, 10, 1 + day));
    const { changes, issues } = compareCrawls(before, {
      pages: memory.pages().map(({ visit, known, isUnread }) => {
        return { url: visit.url, snapshot: known.snapshot, isReread: false, isNew: visit.outcome === "changed", isUnread };
      }),
      ...{ block: memory.block, checked: memory.checked, verdicts: memory.verdicts(), now },
      ...{ style: createHouseStyle([]), only: CHECK_IDS, language: "auto" },
    });
    const saved = memory.save();
    const blocks: Set<string> = new Set([...(before?.blocks ?? []), ...saved.blocks.map(({ hash }) => hash)]);
    before = { issues, at: now, blocks, judged: new Set(saved.verdicts.map(({ url }) => url)), linkRules: LINK_RULES_VERSION };
    mails.push(changes.filter(({ quiet }) => !quiet).map(asLine));
  }
  return mails;
}

function asLine({ event, text, occurrences }: ReportChange): string {
  return `${event} ${text} on ${occurrences.map(({ url }) => url).join(", ")}`;
}

/**
 * Few, because each is thirty crawls. Two hundred others were tried, and none had a mail.
 */
const SEEDS = [1, 2, 5, 6];

describe("thirty crawls of a site whose volatile parts change each day", () => {
  it.each(SEEDS)("mail nothing after the first report if nothing really changes (site %i)", async (seed) => {
    const mails = await crawlDaily(makeVolatileSite(makeRandom(seed)));
    expect(mails.map((lines, day) => `day ${day}: ${lines.join("; ")}`).filter((line) => !line.endsWith(": "))).toEqual([]);
  });

  it.each<[RealChange, string]>([
    ["typo", "opened untill on https://bakery.example/about"],
    ["typo corrected", "fixed untill on https://bakery.example/about"],
    ["link breaks", "opened https://breaking.example/friend on https://bakery.example/about"],
    ["link works", "fixed https://steady.example/friend on https://bakery.example/about"],
    ["link taken out", "fixed https://steady.example/friend on https://bakery.example/about"],
  ])("mail one real change once: %s", async (change, line) => {
    const random = makeRandom(change.length);
    const site = makeVolatileSite(random, change);
    const mails = await crawlDaily(site, 4 + Math.floor(random() * 20));
    expect(mails.filter((lines) => lines.length > 0)).toEqual([[line]]);
  });
});
