import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addHouseRules } from "#prisma/queries/style/add-house-rules.ts";
import { type CrawlDesk, openCrawlDesk } from "#test/prisma/queries/crawl-desk.ts";
import { applyHouseStyle } from "#worker/jobs/apply-house-style.ts";

let desk: CrawlDesk;
beforeAll(async () => {
  desk = await openCrawlDesk();
});
afterAll(() => desk.close());

describe("applyHouseStyle", () => {
  it("goes on with a team's other sites when one fails, and says which", async () => {
    const first = await desk.addSite();
    const second = await desk.addSite();
    await desk.db.site.update({ where: { id: second.siteId }, data: { teamId: first.teamId } });
    for (const { siteId } of [first, second]) await desk.crawl(siteId, { "/": ["utilise"] }, { without: ["utilise"] });
    const rule = { kind: "avoid" as const, term: "utilise", replacement: "use", forms: true, pages: [], exceptPages: [] };
    await addHouseRules({ db: desk.db, queue: desk.queue, now: new Date() }, { ...first, rules: [rule] });
    // A text of a kind that this version does not know.
    await desk.db.block.updateMany({ where: { siteId: first.siteId }, data: { kind: "hologram" } });
    const lines: string[] = [];
    const log = pino({ level: "info" }, { write: (line: string) => lines.push(line) });
    await applyHouseStyle({ db: desk.db, log }, first.teamId);
    await applyHouseStyle({ db: desk.db, log }, first.teamId);
    const opened = await desk.db.issue.findMany({ where: { check: "style" }, select: { siteId: true, state: true } });
    expect(opened).toEqual([{ siteId: second.siteId, state: "open" }]);
    expect(lines.filter((line) => line.includes("could not be applied") && line.includes(first.siteId))).toHaveLength(2);
    expect(lines.join("")).not.toContain("utilise");
  });
});
