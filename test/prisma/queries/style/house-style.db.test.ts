import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { changeIssueState } from "#prisma/queries/issues/decisions/change-issue-state.ts";
import { addHouseRules, type NewRule } from "#prisma/queries/style/add-house-rules.ts";
import { applyHouseStyleToSite, findSitesOfTeam } from "#prisma/queries/style/apply-house-style.ts";
import { changeHouseRule } from "#prisma/queries/style/change-house-rule.ts";
import { deleteHouseRule } from "#prisma/queries/style/delete-house-rule.ts";
import { findAllHouseRules, findHouseRule, findHouseRules } from "#prisma/queries/style/find-house-rules.ts";
import { QUEUES } from "#prisma/queue.ts";
import { type CrawlDesk, openCrawlDesk } from "#test/prisma/queries/crawl-desk.ts";
import { MOST_REQUIRED, type RuleKind } from "#worker/core/house-style/house-rule.ts";
import { PLANS } from "#worker/core/plans.ts";

type Site = Awaited<ReturnType<CrawlDesk["addSite"]>>;
let desk: CrawlDesk;
beforeAll(async () => {
  desk = await openCrawlDesk();
});
afterAll(() => desk.close());

const rule = (kind: RuleKind, term: string, fields: Partial<NewRule> = {}): NewRule => {
  return { kind, term, replacement: "", forms: true, pages: [], exceptPages: [], ...fields };
};
const UTILISE = rule("avoid", "utilise", { replacement: "use" });
const dependencies = (now = new Date()) => ({ db: desk.db, queue: desk.queue, now });

/** Adds rules as a person does, and has them applied as the job does. */
async function addRules({ teamId, userId }: Site, ...rules: NewRule[]) {
  const counts = await addHouseRules(dependencies(), { teamId, userId, rules });
  await apply(teamId);
  return counts;
}
async function apply(teamId: string) {
  for (const siteId of await findSitesOfTeam(desk.db, teamId)) await applyHouseStyleToSite(desk.db, siteId, new Date());
}
/** A Site whose pages said these phrases at its first Crawl; no other check complains of them. */
async function siteThatSays(said: Record<string, string[]>): Promise<Site> {
  const site = await desk.addSite();
  await crawl(site, said);
  return site;
}
const crawl = ({ siteId }: Site, said: Record<string, string[]>) =>
  desk.crawl(siteId, said, { without: Object.values(said).flat() });

async function issuesOf({ siteId }: Site) {
  const issues = await desk.db.issue.findMany({ where: { siteId, check: "style" }, include: { occurrences: true } });
  return Object.fromEntries(issues.map(({ text, state, occurrences }) => [text, `${state} on ${occurrences.length}`]));
}
const digestsOf = ({ siteId }: Site) => desk.db.delivery.findMany({ where: { siteId, kind: "digest" } });
const eventsOf = async ({ siteId }: Site) =>
  (await desk.db.issueEvent.findMany({ where: { siteId }, orderBy: { id: "asc" } })).map(
    ({ kind, quiet }) => `${kind}${quiet ? " quietly" : ""}`,
  );

describe("a rule of the house style", () => {
  it("finds stored texts without a new crawl, quietly, each form with its own advice", async () => {
    const site = await siteThatSays({ "/": ["utilise", "utilised"], "/a": ["utilise"], "/b": ["use"] });
    expect(await addRules(site, UTILISE)).toEqual({ added: 1, changed: 0 });
    expect(await issuesOf(site)).toEqual({ utilise: "open on 2", utilised: "open on 1" });
    const issue = await desk.db.issue.findFirstOrThrow({ where: { siteId: site.siteId, text: "utilised" } });
    expect(issue).toMatchObject({
      rule: "style/avoid",
      suggestions: ["used"],
      excerpt: "A utilised stands here.",
      confidence: 1,
    });
    expect(await eventsOf(site)).toEqual(["opened quietly", "opened quietly"]);
    await crawl(site, { "/": ["utilise", "utilised"], "/a": ["utilise"], "/b": ["use"] });
    expect(await digestsOf(site)).toEqual([]);
    expect(await eventsOf(site)).toHaveLength(2);
  });

  it("is news in a new text, told once", async () => {
    const site = await siteThatSays({ "/": ["utilise"] });
    await addRules(site, UTILISE);
    await crawl(site, { "/": ["utilise"], "/new": ["utilising"] });
    await crawl(site, { "/": ["utilise"], "/new": ["utilising"] });
    const digests = await digestsOf(site);
    expect(digests).toHaveLength(1);
    expect(JSON.stringify(digests[0]?.payload)).toContain("Your house style is “using”, not “utilising”.");
    await crawl(site, { "/": ["utilise"], "/new": ["use"] });
    expect(await digestsOf(site)).toHaveLength(2);
    expect(await issuesOf(site)).toMatchObject({ utilising: "fixed on 1" });
  });

  it("applies from the end of a crawl, too, where no worker came to it before", async () => {
    const site = await siteThatSays({ "/": ["utilise"] });
    await addHouseRules(dependencies(), { ...site, rules: [UTILISE] });
    await crawl(site, { "/": ["utilise"], "/new": ["utilised"] });
    expect(await issuesOf(site)).toEqual({ utilise: "open on 1", utilised: "open on 1" });
    expect(await eventsOf(site)).toEqual(["opened quietly", "opened"]);
  });

  it("waits for the first crawl, whose report counts it", async () => {
    const site = await desk.addSite();
    await addRules(site, UTILISE);
    expect(await issuesOf(site)).toEqual({});
    await crawl(site, { "/": ["utilise"] });
    expect(await issuesOf(site)).toEqual({ utilise: "open on 1" });
    const report = await desk.db.delivery.findFirstOrThrow({ where: { siteId: site.siteId, kind: "first_report" } });
    expect(report.payload).toMatchObject({ counts: { style: 1 } });
  });

  it("closes its issues quietly when it goes, and opens them again quietly when it comes back", async () => {
    const site = await siteThatSays({ "/": ["utilise"] });
    await addRules(site, UTILISE, rule("require", "Registered in England"));
    await crawl(site, { "/": ["utilise"], "/new": ["utilised"] });
    expect(await digestsOf(site)).toHaveLength(1);
    for (const { id } of await findAllHouseRules(desk.db, site.teamId))
      await deleteHouseRule(dependencies(), { ...site, ruleId: id });
    await apply(site.teamId);
    expect(Object.values(await issuesOf(site)).every((state) => state.startsWith("fixed"))).toBe(true);
    await addRules(site, UTILISE);
    expect(await issuesOf(site)).toMatchObject({ utilise: "reopened on 1", utilised: "reopened on 1" });
    await crawl(site, { "/": ["utilise"], "/new": ["utilised"] });
    expect(await digestsOf(site)).toHaveLength(1);
  });

  it("changes what its issues say, and leaves those that a person ignored", async () => {
    const site = await siteThatSays({ "/": ["utilise", "utilised"] });
    await addRules(site, UTILISE);
    const [kept] = await desk.db.issue.findMany({ where: { siteId: site.siteId, text: "utilise" } });
    const change = { action: "ignore" } as const;
    await changeIssueState(desk.db, { ...site, issueIds: [kept?.id ?? ""], change, now: new Date() });
    expect(await addRules(site, { ...UTILISE, replacement: "apply" })).toEqual({ added: 0, changed: 1 });
    expect(await issuesOf(site)).toEqual({ utilise: "ignored on 1", utilised: "open on 1" });
    const issue = await desk.db.issue.findFirstOrThrow({ where: { siteId: site.siteId, text: "utilised" } });
    expect(issue.suggestions).toEqual(["applied"]);
  });

  it("may be for some pages only, with exceptions", async () => {
    const site = await siteThatSays({ "/blog/1": ["utilise"], "/shop/1": ["utilise"], "/shop/2": ["utilise"] });
    await addRules(site, { ...UTILISE, pages: ["/shop/*"] });
    expect(await issuesOf(site)).toEqual({ utilise: "open on 2" });
    await addRules(site, { ...UTILISE, exceptPages: ["/shop/*"] });
    expect(await issuesOf(site)).toEqual({ utilise: "open on 1" });
    await addRules(site, { ...UTILISE, exceptPages: ["*"] });
    expect(await issuesOf(site)).toMatchObject({ utilise: expect.stringContaining("fixed") });
    expect(await eventsOf(site)).toEqual(["opened quietly", "fixed quietly"]);
  });

  it("leaves the issues of other checks as they are, but for words that it sets", async () => {
    const site = await desk.addSite();
    await desk.crawl(site.siteId, { "/": ["recieve", "Wordpress", "WordPress"] });
    await addRules(site, rule("name", "WordPress"), UTILISE);
    const spelling = async () => {
      const issues = await desk.db.issue.findMany({
        where: { siteId: site.siteId, check: "spelling" },
        orderBy: { text: "asc" },
      });
      return issues.map(({ text, state }) => `${text} ${state}`);
    };
    expect(await spelling()).toEqual(["Wordpress open", "recieve open"]);
    await desk.crawl(site.siteId, { "/": ["recieve", "Wordpress", "WordPress"] });
    expect(await spelling()).toEqual(["Wordpress fixed", "recieve open"]);
    expect(await issuesOf(site)).toEqual({ Wordpress: "open on 1" });
    expect(await digestsOf(site)).toEqual([]);
  });
});

describe("a text that pages must have", () => {
  const LEGAL = rule("require", "Registered in England", { exceptPages: ["/print/*"] });

  it("is missing on each page that lacks it, and told when a page loses it", async () => {
    const all = { "/": ["line Registered in England"], "/a": ["line registered in  England"], "/print/a": ["print"] };
    const site = await siteThatSays(all);
    await addRules(site, LEGAL);
    expect(await issuesOf(site)).toEqual({});
    await crawl(site, { ...all, "/a": ["other line"] });
    expect(await issuesOf(site)).toEqual({ "Missing text": "open on 1" });
    const digests = await digestsOf(site);
    expect(JSON.stringify(digests.map(({ payload }) => payload))).toContain("Registered in England");
    await crawl(site, all);
    expect(await issuesOf(site)).toEqual({ "Missing text": "fixed on 1" });
    expect(await digestsOf(site)).toHaveLength(2);
  });

  it("is not missing on a page of which only a part was read", async () => {
    const site = await desk.addSite();
    await desk.crawl(site.siteId, { "/": ["long"] }, { without: ["long"], isTruncated: true });
    await addRules(site, LEGAL);
    expect(await issuesOf(site)).toEqual({});
  });

  it("is quiet about pages that lacked it before, and about an exception", async () => {
    const site = await siteThatSays({ "/": ["one"], "/a": ["two"] });
    await addRules(site, LEGAL);
    expect(await issuesOf(site)).toEqual({ "Missing text": "open on 2" });
    await addRules(site, { ...LEGAL, exceptPages: ["*"] });
    await crawl(site, { "/": ["one"], "/a": ["two"] });
    expect(await issuesOf(site)).toMatchObject({ "Missing text": expect.stringContaining("fixed") });
    expect(await digestsOf(site)).toEqual([]);
  });
});

describe("house rules of a team", () => {
  it("are not seen, changed or deleted by another", async () => {
    const [mine, theirs] = [await siteThatSays({ "/": ["utilise"] }), await siteThatSays({ "/": ["utilise"] })];
    await addRules(mine, UTILISE);
    await apply(theirs.teamId);
    expect(await issuesOf(theirs)).toEqual({});
    const [own] = await findAllHouseRules(desk.db, mine.teamId);
    const ruleId = own?.id ?? "";
    expect(await findHouseRule(desk.db, { teamId: theirs.teamId, ruleId })).toBeNull();
    expect(await findHouseRules(desk.db, { teamId: theirs.teamId, containing: "", skip: 0, take: 9 })).toMatchObject({
      total: 0,
    });
    await expect(changeHouseRule(dependencies(), { ...theirs, ruleId, rule: rule("avoid", "stolen") })).rejects.toMatchObject({
      code: "not-found",
    });
    await deleteHouseRule(dependencies(), { ...theirs, ruleId });
    expect(await findAllHouseRules(desk.db, mine.teamId)).toMatchObject([{ term: "utilise" }]);
  });

  it("wake a worker once for several changes", async () => {
    const site = await desk.addSite();
    await addHouseRules(dependencies(), { ...site, rules: [UTILISE] });
    await addHouseRules(dependencies(), { ...site, rules: [rule("name", "WordPress")] });
    const jobs = await desk.queue.fetch(QUEUES.style, { batchSize: 1_000 });
    expect(jobs.filter(({ data }) => JSON.stringify(data).includes(site.teamId))).toHaveLength(1);
  });

  it("are as many as the plan allows, with few texts that pages must have, each term once", async () => {
    const site = await desk.addSite();
    const many = Array.from({ length: PLANS.free.houseRules + 1 }, (_, index) => rule("avoid", `word${index}`));
    const add = (rules: NewRule[]) => addHouseRules(dependencies(), { ...site, rules });
    await expect(add(many)).rejects.toMatchObject({ code: "plan-limit", message: expect.stringContaining("25 rules") });
    expect(await add(many.slice(1))).toEqual({ added: 25, changed: 0 });
    expect(await add(many.slice(1))).toEqual({ added: 0, changed: 25 });
    const agency = await desk.addSite();
    await desk.db.team.update({ where: { id: agency.teamId }, data: { plan: "agency" } });
    const required = Array.from({ length: MOST_REQUIRED + 1 }, (_, index) => rule("require", `line ${index}`));
    await expect(addHouseRules(dependencies(), { ...agency, rules: required })).rejects.toMatchObject({
      code: "invalid-input",
    });
    await addHouseRules(dependencies(), {
      ...agency,
      rules: [rule("avoid", "One"), rule("avoid", "two"), rule("name", "ONE")],
    });
    const [one, two] = await findAllHouseRules(desk.db, agency.teamId);
    const change = (ruleId = "", term = "") =>
      changeHouseRule(dependencies(), { ...agency, ruleId, rule: rule("avoid", term) });
    await expect(change(two?.id, "ONE")).rejects.toMatchObject({ code: "conflict" });
    await change(one?.id, "ONE");
  });

  it("are found by what they contain, and go with the team", async () => {
    const site = await desk.addSite();
    await addHouseRules(dependencies(), { ...site, rules: [UTILISE, rule("avoid", "100%_sure"), rule("name", "WordPress")] });
    const find = (containing: string) => findHouseRules(desk.db, { teamId: site.teamId, containing, skip: 0, take: 9 });
    expect((await find("USE")).rules.map(({ term }) => term)).toEqual(["utilise"]);
    expect((await find("%_")).rules.map(({ term }) => term)).toEqual(["100%_sure"]);
    expect(await find("")).toMatchObject({ found: 3, total: 3 });
    await desk.db.team.delete({ where: { id: site.teamId } });
    expect(await findAllHouseRules(desk.db, site.teamId)).toEqual([]);
  });
});
