import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type RunningProduct, startProduct } from "#test/support/running-product.ts";
import { type SeededSite, seedSite } from "#test/support/seed/seed-site.ts";
import { closeVisitors, openVisitor, signUp, type Visitor } from "./visitor.ts";

/** Decisions go to the server one after the other. */
const PATIENCE = { timeout: 20_000 };

describe("the list of issues", () => {
  let product: RunningProduct;
  let ann: Visitor;
  let site: SeededSite;
  let teamId: string;
  const complaints: string[] = [];

  beforeAll(async () => {
    product = await startProduct({ allowedPrivateHosts: [] });
    ann = await openVisitor(product.url, "editor", complaints);
    await signUp(ann);
    const { db } = product.database;
    const member = await db.member.findFirstOrThrow({ where: { user: { email: ann.email } } });
    teamId = member.teamId;
    const seeded = { teamId, userId: member.userId, email: ann.email, now: new Date() };
    site = await seedSite(db, seeded);
    await seedSite(db, { ...seeded, name: "Harbour Bakery" });
  });
  afterAll(async () => {
    await closeVisitors();
    await product?.stop();
  });

  const rows = () => ann.page.locator("li[data-issue]");
  const open = async (path = `/sites/${site.siteId}`) => {
    await ann.page.goto(path);
    await rows().first().waitFor();
    await ann.page.locator("section[data-keys]").waitFor();
  };
  const press = (key: string) => ann.page.keyboard.press(key);
  const seeStatus = (text: string | RegExp) => ann.page.getByRole("status").filter({ hasText: text }).waitFor();
  const states = async () => {
    const issues = await product.database.db.issue.findMany({
      where: { siteId: site.siteId },
      orderBy: { id: "asc" },
      select: { text: true, state: true },
    });
    return issues.map(({ text, state }) => `${text} ${state}`);
  };
  const focused = () => ann.page.evaluate(() => document.activeElement?.getAttribute("data-issue") ?? null);

  it("settles ten mixed mistakes by the keyboard alone, and undoes each", async () => {
    const before = await states();
    await open();
    const total = await rows().count();
    expect(total).toBe(10);
    await press("j");
    for (let settled = 0; settled < total; settled += 1) {
      const id = await focused();
      expect(id, "a row has the focus").not.toBeNull();
      const row = ann.page.locator(`[data-issue="${id}"]`);
      const isWord = (await row.getByRole("button", { name: /^Add to dictionary/ }).count()) > 0;
      const key = isWord && settled % 2 === 0 ? "d" : (["i", "f", "s"][settled % 3] ?? "i");
      await press(key);
      if (key === "s") {
        await ann.page.getByText("Hide it from the list until").waitFor();
        await press("Enter");
      }
      await row.waitFor({ state: "detached" });
    }
    expect(await rows().count()).toBe(0);
    await expect.poll(async () => (await states()).filter((now, at) => now !== before[at]).length, PATIENCE).toBe(total);
    await ann.page.getByText("0 issues").waitFor();
    for (let undone = 0; undone < total; undone += 1) await press("u");
    await expect.poll(states, PATIENCE).toEqual(before);
    await expect.poll(() => rows().count(), PATIENCE).toBe(total);
  });

  it("moves, selects a range and clears by keys, and not while typing", async () => {
    await open();
    await press("j");
    const first = await focused();
    await press("j");
    await press("j");
    await press("k");
    expect(await focused()).toBe(await rows().nth(1).getAttribute("data-issue"));
    await press("k");
    expect(await focused()).toBe(first);
    await press("x");
    await press("j");
    await press("j");
    await press("Shift+X");
    const bar = ann.page.getByRole("region", { name: "Selected issues" });
    await bar.getByText("3 issues selected").waitFor();
    await press("Escape");
    await bar.waitFor({ state: "detached" });
    const before = await states();
    await press("/");
    await ann.page.keyboard.type("if did");
    expect(await states()).toEqual(before);
    expect(await ann.page.getByRole("searchbox").inputValue()).toBe("if did");
  });

  it("turns the keys off and on in the help", async () => {
    await open();
    await press("?");
    const dialog = ann.page.getByRole("dialog", { name: "Keys" });
    await dialog.getByRole("switch", { name: "Use these keys in lists of issues" }).click();
    await press("Escape");
    await dialog.waitFor({ state: "detached" });
    await press("j");
    expect(await focused()).toBeNull();
    await ann.page.reload();
    await ann.page.getByRole("button", { name: "Keys" }).click();
    await dialog.getByRole("switch").click();
    await press("Escape");
    await dialog.waitFor({ state: "detached" });
    await press("j");
    expect(await focused()).not.toBeNull();
  });

  it("brings an issue back, with the reason, when the server refuses or cannot be reached", async () => {
    const { db } = product.database;
    const setRole = (role: "owner" | "viewer") =>
      db.member.updateMany({ where: { user: { email: ann.email } }, data: { role } });
    const before = await states();
    let isOnline = true;
    // Set before the page opens: Chromium may let the first requests of an open page pass a route that was just added.
    await ann.page.route("**/*", (route) =>
      isOnline || route.request().method() !== "POST" ? route.continue() : route.abort(),
    );
    await open();
    await press("j");
    const id = await focused();
    await setRole("viewer");
    await press("i");
    const row = ann.page.locator(`[data-issue="${id}"]`);
    await row.getByText("Not changed: You can view this team's sites but not change them.").waitFor();
    expect(await focused()).toBe(id);
    await setRole("owner");
    isOnline = false;
    await press("f");
    await row.getByText("Not changed: We could not reach the server").waitFor();
    await ann.page.unroute("**/*");
    expect(await states()).toEqual(before);
  });

  it("assigns an issue and shows it at once", async () => {
    await open();
    await press("j");
    const id = await focused();
    await press("a");
    await ann.page.getByRole("menuitemradio", { name: /you/ }).click();
    const row = ann.page.locator(`[data-issue="${id}"]`);
    await row.getByText("Assigned to you").waitFor();
    await seeStatus(/^Assigned/);
    await ann.page.reload();
    await row.getByText("Assigned to you").waitFor();
    const { assigneeId } = await product.database.db.issue.findUniqueOrThrow({ where: { id: id ?? "" } });
    expect(assigneeId).not.toBeNull();
  });

  it("settles all that match a filter at once, over all sites", async () => {
    await open("/issues?q=recieve");
    expect(await rows().count()).toBe(2);
    await ann.page.getByLabel("Select all on this page").check();
    const bar = ann.page.getByRole("region", { name: "Selected issues" });
    await bar.getByRole("button", { name: "Mark as fixed" }).click();
    await seeStatus("Marked as fixed: 2 issues.");
    await ann.page.getByText("No issue matches").waitFor();
    await ann.page.getByRole("button", { name: "Undo", exact: true }).click();
    await expect.poll(() => rows().count(), PATIENCE).toBe(2);
  });

  it("keeps its filters in the address, and removes them by their chips", async () => {
    await open("/issues");
    const all = await rows().count();
    await ann.page.getByRole("navigation", { name: "Filter by check" }).getByRole("link", { name: /Links/ }).click();
    await ann.page.waitForURL(/check=links/);
    await ann.page.getByLabel("Site", { exact: true }).selectOption({ label: "Harbour Bakery" });
    await ann.page.waitForURL(/site=/);
    await expect.poll(() => rows().count(), PATIENCE).toBe(3);
    await ann.page.getByRole("link", { name: "Remove the filter Links" }).click();
    await ann.page.waitForURL((url) => !url.search.includes("check="));
    await ann.page.getByRole("link", { name: /Remove the filter Site/ }).click();
    await expect.poll(() => rows().count(), PATIENCE).toBe(all);
    await ann.page.getByLabel("Group").selectOption({ label: "By mistake" });
    await ann.page.getByRole("heading", { name: /recieve 2 issues on 2 sites/ }).waitFor();
  });

  it("caused no script errors or policy violations", () => {
    expect(complaints).toEqual([]);
  });
});
