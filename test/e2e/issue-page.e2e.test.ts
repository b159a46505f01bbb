import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type RunningProduct, startProduct } from "#test/support/running-product.ts";
import { SEEDED_PICTURE, seedPicture } from "#test/support/seed/seed-picture.ts";
import { type SeededSite, seedSite } from "#test/support/seed/seed-site.ts";
import { seedTeam } from "#test/support/seed/seed-team.ts";
import { faultsInAllLooks } from "./screen-faults.ts";
import { closeVisitors, openVisitor, signUp, type Visitor } from "./visitor.ts";

describe("the page of an issue and the view of a page", () => {
  let product: RunningProduct;
  let ann: Visitor;
  let userId: string;
  let teamId: string;
  let site: SeededSite;
  let theirs: SeededSite;
  const complaints: string[] = [];

  beforeAll(async () => {
    product = await startProduct({ allowedPrivateHosts: [] });
    ann = await openVisitor(product.url, "editor", complaints);
    await ann.page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await signUp(ann);
    const { db } = product.database;
    ({ teamId, userId } = await db.member.findFirstOrThrow({ where: { user: { email: ann.email } } }));
    site = await seedSite(db, { teamId, userId, email: ann.email, now: new Date() });
    const stranger = await seedTeam(db, { email: "stranger@elsewhere.example" });
    theirs = await seedSite(db, { ...stranger, now: new Date(), name: "Elsewhere" });
    await seedPicture(db, { siteId: site.siteId, pageId: page0(), takenAt: new Date(), texts: ["recieve", "the the"] });
    await answerPictures();
  });
  afterAll(async () => {
    await closeVisitors();
    await product?.stop();
  });

  const page0 = () => site.pageIds[0] ?? "";
  const issueOf = (text: string, of = site) =>
    product.database.db.issue.findFirstOrThrow({ where: { siteId: of.siteId, text }, select: { id: true, state: true } });
  const openIssue = async (text: string, query = "") => {
    const { id } = await issueOf(text);
    await ann.page.goto(`/sites/${site.siteId}/issues/${id}${query}`);
    return id;
  };
  const openPage = (query = "") => ann.page.goto(`/sites/${site.siteId}/pages/${page0()}${query}`);
  const stateOf = async (text: string) => (await issueOf(text)).state;
  const button = (name: string) => ann.page.getByRole("button", { name, exact: true });
  const seeStatus = (text: string) => ann.page.getByRole("status").filter({ hasText: text }).waitFor();

  /** Answers requests for pictures, whose files are not there, with one of the seeded size. */
  async function answerPictures(): Promise<void> {
    const { width, height } = SEEDED_PICTURE;
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="#fff"/></svg>`;
    await ann.page.route(/\/pictures\/[^/]+$/u, (route) => route.fulfill({ contentType: "image/svg+xml", body: svg }));
  }

  it("shows the sentence, the corrected one, the rule with examples, the picture and the places", async () => {
    const { page } = ann;
    await openIssue("recieve");
    await page.getByRole("heading", { name: /recieve.*receive/ }).waitFor();
    expect(await page.locator("article mark").first().textContent()).toBe("recieve");
    await page.getByText("You will receive an answer within two working days.", { exact: true }).first().waitFor();
    await page.getByRole("heading", { name: "Unknown word" }).waitFor();
    expect(await page.getByText("Wrong", { exact: true }).count()).toBe(1);
    await page.getByAltText(/with “recieve” marked/).waitFor();
    expect(await page.getByText("You will relieve an answer", { exact: false }).isVisible()).toBe(false);
    await page.getByText("1 other suggestion").click();
    await page.getByText("You will relieve an answer", { exact: false }).waitFor();
    const places = page.locator("section", { has: page.getByRole("heading", { name: /Where it is/ }) }).getByRole("listitem");
    expect(await places.count()).toBe(2);
    const first = places.first();
    expect(await first.getByRole("link", { name: /opens in a new tab/ }).getAttribute("href")).toContain("#:~:text=");
    expect(await first.getByRole("link").first().getAttribute("href")).toContain(`/pages/${page0()}#issue-`);
  });

  it("shows a link with its text, its target and a better address", async () => {
    await openIssue("http://old.example.org/");
    await ann.page.getByText("linked as “our friends”").waitFor();
    await ann.page.getByRole("heading", { name: "Link to this instead" }).waitFor();
    await button("Copy the better address").click();
    await expect.poll(() => ann.page.evaluate(() => navigator.clipboard.readText())).toBe("https://new.example.org/");
  });

  it("pages through its places, in the address", async () => {
    const { page } = ann;
    await openIssue("seperately");
    const places = page.locator("section", { has: page.getByRole("heading", { name: /Where it is/ }) });
    expect(await places.getByRole("listitem").count()).toBe(20);
    await page.getByRole("navigation", { name: "Pages of places" }).getByRole("link", { name: "Next" }).click();
    await page.waitForURL(/\?page=2/);
    await page.getByText("21–24 of 24").waitFor();
    expect(await places.getByRole("listitem").count()).toBe(4);
    await openIssue("seperately", "?page=900");
    await page.getByRole("link", { name: "Back to its beginning" }).waitFor();
  });

  it("copies, ignores, undoes, snoozes and marks as fixed, by keyboard only, and lists who did it", async () => {
    const { page } = ann;
    // A decision that is on its way to the server keeps the keys of others from working.
    const press = async (key: string) => {
      await page.locator('fieldset[data-decisions][data-keys][aria-busy="false"]').waitFor();
      await page.keyboard.press(key);
    };
    await openIssue("occured");
    await button("Ignore").waitFor();
    await press("c");
    await expect
      .poll(() => page.evaluate(() => navigator.clipboard.readText()))
      .toBe("An error has occurred while your booking was made, please call us.");
    await press("i");
    await seeStatus("Ignored.");
    await button("Stop ignoring").waitFor();
    expect(await stateOf("occured")).toBe("ignored");
    await press("Control+z");
    await seeStatus("Undone.");
    await button("Ignore").waitFor();
    expect(await stateOf("occured")).toBe("open");
    await press("s");
    await page.getByRole("dialog", { name: "Snooze until" }).getByRole("button", { name: "The text changes" }).press("Enter");
    await seeStatus("Snoozed.");
    await page.getByText("the text changes", { exact: true }).waitFor();
    expect(await stateOf("occured")).toBe("snoozed");
    await press("s");
    await seeStatus("No longer snoozed.");
    await button("Ignore").waitFor();
    await press("f");
    await seeStatus("Marked as fixed. The next crawl checks it.");
    expect(await stateOf("occured")).toBe("fixed");
    await button("Not fixed").waitFor();
    const history = page.locator("section", { has: page.getByRole("heading", { name: "History" }) });
    const steps = (await history.getByRole("listitem").allTextContents()).map((step) => step.split(",")[0]);
    expect(steps[0]).toContain("Found on the site");
    expect(steps.slice(1)).toEqual([
      "Ignored",
      "The last decision was undone",
      "Snoozed until the text changes",
      "The snooze ended",
      "Marked as fixed",
    ]);
    expect(await history.getByText(`Ignored, by ${ann.email}`).count()).toBe(1);
  });

  it("leaves keys alone in fields and menus", async () => {
    const { page } = ann;
    await openIssue("Donaudampfschiffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft");
    await page.locator("fieldset[data-keys]").waitFor();
    await page.keyboard.press("a");
    await page.getByRole("menu").waitFor();
    await page.keyboard.press("i");
    await page.keyboard.press("Escape");
    await page.getByRole("menu").waitFor({ state: "detached" });
    expect(await stateOf("Donaudampfschiffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft")).toBe("open");
  });

  it("leads here from the links of earlier mails", async () => {
    const { id } = await issueOf("recieve");
    await ann.page.goto(`/sites/${site.siteId}?issue=${id}`);
    await ann.page.waitForURL(`**/sites/${site.siteId}/issues/${id}`);
    await ann.page
      .getByRole("heading", { name: /recieve/ })
      .first()
      .waitFor();
  });

  it("marks the issues of a page in its text; each leads to its entry in the list and back", async () => {
    const { page } = ann;
    await openPage("?view=text");
    const { id } = await issueOf("the the");
    const entry = page.locator(`#issue-${id}`);
    const mark = page.locator(`#mark-${id}`);
    expect(await mark.textContent()).toBe("the the");
    await entry.getByRole("link", { name: /^Show/ }).press("Enter");
    await expect.poll(() => mark.getAttribute("aria-current")).toBe("true");
    await expect.poll(() => mark.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await entry.getAttribute("aria-current")).toBe("true");
    await mark.press("Enter");
    await expect.poll(() => entry.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.press("k");
    await page.keyboard.press("j");
    await expect.poll(() => entry.getAttribute("aria-current")).toBe("true");
    expect(await page.locator("[data-issue][aria-current]").count()).toBe(1);
  });

  it("shows the picture first, with the same ways to and fro, and what changed", async () => {
    const { page } = ann;
    await openPage();
    const { id } = await issueOf("recieve");
    await page.getByRole("region", { name: "Picture of the page" }).waitFor();
    await page.locator(`#mark-${id}`).press("Enter");
    await expect.poll(() => page.locator(`#issue-${id}`).evaluate((element) => element === document.activeElement)).toBe(true);
    await page.getByText("Not visible in the picture").first().waitFor();
    const views = page.getByRole("navigation", { name: "Ways to look at the page" });
    await views.getByRole("link", { name: "What changed" }).click();
    await page.getByRole("heading", { name: "What changed" }).waitFor();
    await page.getByText("nine").first().waitFor();
    expect(await page.getByRole("region", { name: /Picture of the page/ }).count()).toBe(0);
    await pictureBefore();
    await page.reload();
    expect(await page.getByRole("region", { name: /Picture of the page (?:before|after)/ }).count()).toBe(2);
  });

  async function pictureBefore(): Promise<void> {
    const { db } = product.database;
    const before = await db.snapshot.findFirstOrThrow({ where: { pageId: page0() }, orderBy: { id: "asc" } });
    const takenAt = new Date(Date.now() - 86_400_000);
    await seedPicture(db, { siteId: site.siteId, pageId: page0(), takenAt, texts: [], snapshotId: before.id });
  }

  it("ignores from the list beside a page", async () => {
    await openPage("?view=text");
    await button("Ignore “the the”").click();
    await seeStatus("Ignored: the the.");
    await button("Ignore “the the”").waitFor({ state: "detached" });
    expect(await stateOf("the the")).toBe("ignored");
    await button("Undo").click();
    await button("Ignore “the the”").waitFor();
  });

  it("links to the editor that the settings name", async () => {
    const { page } = ann;
    await page.goto(`/sites/${site.siteId}/settings`);
    const form = page.locator("form", { has: page.getByLabel("The site is made with") });
    await form.getByLabel("The site is made with").selectOption("own");
    await form.getByLabel("Address of the editor").fill("javascript:alert(1)");
    await form.getByRole("button", { name: "Save" }).click();
    await form.getByText("Begin with https://, http://, {origin} or {url}.").waitFor();
    expect(await form.getByLabel("Address of the editor").inputValue()).toBe("javascript:alert(1)");
    await form.getByLabel("Address of the editor").fill("https://cms.example/edit?page={path}");
    await form.getByText("https://cms.example/edit?page=%2Fvisit%2Fopening-hours").waitFor();
    await form.getByRole("button", { name: "Save" }).click();
    await form.getByText("Saved. Each issue now has this link.").waitFor();
    await openIssue("recieve");
    const edit = page.getByRole("link", { name: /Edit in the CMS/ }).first();
    expect(await edit.getAttribute("href")).toBe("https://cms.example/edit?page=%2F");
    expect(await edit.getAttribute("rel")).toContain("noopener");
    await page.goto(`/sites/${site.siteId}/settings`);
    await form.getByLabel("The site is made with").selectOption("wordpress");
    await form.getByRole("button", { name: "Save" }).click();
    await form.getByText("Saved. Each issue now has this link.").waitFor();
    await openPage();
    expect(await page.getByRole("link", { name: /Find it in WordPress/ }).getAttribute("href")).toBe(
      "https://example.com/wp-admin/edit.php?post_type=page&s=Brightwell%20Coffee%2C%20roasted%20in%20Vienna",
    );
  });

  it("says “not found” for another team's issue and page, in the same words as for none", async () => {
    const { id } = await issueOf("recieve", theirs);
    const none = "01890000-0000-7000-8000-000000000000";
    const texts = new Set<string>();
    for (const path of [
      `/sites/${site.siteId}/issues/${id}`,
      `/sites/${site.siteId}/issues/${none}`,
      `/sites/${site.siteId}/issues/not-an-id`,
    ]) {
      const answer = await ann.page.goto(path);
      expect(answer?.status(), path).toBe(404);
      texts.add((await ann.page.getByRole("main").textContent()) ?? "");
    }
    expect(texts.size).toBe(1);
    expect([...texts].join()).toContain("We do not have this issue");
    for (const path of [`/sites/${theirs.siteId}/issues/${id}`, `/sites/${site.siteId}/pages/${theirs.pageIds[0]}`])
      expect((await ann.page.request.get(path)).status(), path).toBe(404);
  });

  it("lets a viewer read, but decide nothing", async () => {
    const { db } = product.database;
    const setRole = (role: "owner" | "viewer") => db.member.updateMany({ where: { teamId, userId }, data: { role } });
    await setRole("viewer");
    await openIssue("recieve");
    await ann.page.getByRole("heading", { name: "Unknown word" }).waitFor();
    expect(await button("Ignore").count()).toBe(0);
    await ann.page.keyboard.press("i");
    await openPage("?view=text");
    expect(await ann.page.getByRole("button", { name: /^Ignore/ }).count()).toBe(0);
    expect(await stateOf("recieve")).toBe("open");
    await setRole("owner");
  });

  it("has no accessibility faults with a picture and a text chosen in it", async () => {
    const { id } = await issueOf("recieve");
    const page = `/sites/${site.siteId}/pages/${page0()}`;
    const faults: string[] = [];
    for (const path of [`/sites/${site.siteId}/issues/${id}`, page, `${page}?view=text#issue-${id}`]) {
      await ann.page.goto(path);
      faults.push(...(await faultsInAllLooks(ann.page)).map((fault) => `${path} ${fault}`));
    }
    expect(faults).toEqual([]);
  });

  it("caused no script errors or policy violations", () => {
    expect(complaints).toEqual([]);
  });
});
