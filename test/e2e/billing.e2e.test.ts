import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type RunningProduct, startProduct } from "#test/support/running-product.ts";
import { seedSite } from "#test/support/seed/seed-site.ts";
import { closeVisitors, openVisitor, signUp, type Visitor } from "./visitor.ts";

describe("billing", () => {
  let product: RunningProduct;
  let ann: Visitor;
  let teamId: string;

  beforeAll(async () => {
    product = await startProduct({ allowedPrivateHosts: [] });
    ann = await openVisitor(product.url, "payer");
    await signUp(ann);
    const { db } = product.database;
    ({ teamId } = await db.member.findFirstOrThrow({ where: { user: { email: ann.email } } }));
  });
  afterAll(async () => {
    await closeVisitors();
    await product?.stop();
  });

  const team = () => product.database.db.team.findUniqueOrThrow({ where: { id: teamId }, include: { subscription: true } });
  const seeText = (text: string | RegExp) => ann.page.getByText(text).first().waitFor();
  const press = (name: string | RegExp) => ann.page.getByRole("button", { name }).click();
  const atStripe = () => ann.page.waitForURL((url) => url.origin !== product.url);
  const back = (pattern: RegExp) => ann.page.waitForURL(pattern);
  const watched = async () => {
    const sites = await product.database.db.site.findMany({ where: { teamId }, orderBy: { createdAt: "asc" } });
    return sites.map(({ pausedBy }) => pausedBy ?? "watched");
  };

  it("tries Pro once, by one click and without a card, and reads when that ends", async () => {
    const { db } = product.database;
    await ann.page.goto("/billing");
    await press("Try Pro free for 14 days");
    await back(/note=trial$/);
    await seeText("Your trial has begun. You are on Pro now.");
    await seeText(/Your trial ends on \d+ \w+ \d{4}\./);
    expect(await ann.page.getByRole("button", { name: /^Try Pro/ }).count()).toBe(0);
    await db.team.update({ where: { id: teamId }, data: { proTrialEndsAt: new Date(Date.now() + 86_400_000) } });
    await ann.page.goto("/dictionary");
    await seeText("Your free trial of Pro ends soon.");
    await db.team.update({ where: { id: teamId }, data: { proTrialEndsAt: new Date(Date.now() - 1), plan: "free" } });
  });

  it("says that no money moves, on our page and on the stand-in's", async () => {
    await ann.page.goto("/billing");
    await seeText("Test mode: no money moves");
    await seeText("You are on Free");
    await press("Upgrade to Pro");
    await atStripe();
    await seeText("No money moves.");
    expect(await ann.page.getByRole("heading", { level: 1 }).textContent()).toBe("Subscribe to Flawless Pro");
    await seeText(ann.email);
  });

  it("charges and changes nothing if the person cancels or the card is declined", async () => {
    await press("Pay with a card that is declined");
    await ann.page.getByRole("alert").filter({ hasText: "Your card was declined." }).waitFor();
    await press("Cancel and go back");
    await back(/\/billing\?note=cancelled$/);
    await seeText("We charged nothing.");
    await seeText("You are on Free");
    expect(await team()).toMatchObject({ plan: "free", subscription: null });
  });

  it("puts the plan in force as soon as it is paid", async () => {
    await press("Upgrade to Pro");
    await atStripe();
    await press("Pay $19.00");
    await back(/\/billing\?note=bought$/);
    await seeText("Thank you. You are on Pro now.");
    expect(await team()).toMatchObject({ plan: "pro", subscription: { status: "active", plan: "pro" } });
    await ann.page.goto("/sites/new");
    await seeText("We read up to 2,000 of its pages");
  });

  it("changes a running subscription rather than selling a second one", async () => {
    await ann.page.goto("/billing");
    await press("Upgrade to Agency");
    await atStripe();
    await seeText("Change to Flawless Agency");
    await press("Confirm");
    await back(/\/billing/);
    await seeText("You are on Agency");
    expect(await product.database.db.subscription.count({ where: { teamId } })).toBe(1);
  });

  it("keeps a cancelled plan until the end of the paid period, and shows that date", async () => {
    const { db } = product.database;
    const { userId } = await db.member.findFirstOrThrow({ where: { teamId } });
    for (const name of ["First", "Second", "Third"])
      await seedSite(db, { teamId, userId, email: ann.email, now: new Date(), name });
    await press("Cancel the subscription …");
    await atStripe();
    await press("Cancel at the end of the period");
    await back(/\/billing/);
    await seeText("Agency is cancelled");
    await seeText(/You keep it until \d+ \w+ \d{4}\./);
    expect(await team()).toMatchObject({ plan: "agency", subscription: { cancelAtPeriodEnd: true } });
    expect(await watched()).toEqual(["watched", "watched", "watched"]);
  });

  it("pauses the excess sites when the plan ends, and deletes nothing", async () => {
    const { db } = product.database;
    const issues = await db.issue.count({ where: { site: { teamId } } });
    await press("Invoices and card");
    await atStripe();
    await press("Go to the end of the period");
    await ann.page.getByRole("link", { name: "Back to Flawless" }).click();
    await back(/\/billing/);
    await seeText("You are on Free");
    await seeText("2 sites are paused because your plan includes 1. We deleted nothing.");
    expect(await watched()).toEqual(["watched", "plan", "plan"]);
    expect(await db.issue.count({ where: { site: { teamId } } })).toBe(issues);
    await ann.page.goto("/sites/new");
    await seeText("Your Free plan includes 1 site, and you have 1");
  });

  it("resumes them with a larger plan, which may be paid by the year", async () => {
    await ann.page.goto("/billing");
    await ann.page.getByRole("link", { name: "Yearly, two months free" }).click();
    await seeText("$38 less than month by month");
    await press("Upgrade to Pro");
    await atStripe();
    await press("Pay $190.00");
    await back(/note=bought$/);
    await seeText("The sites that your plan had paused are active again.");
    expect(await watched()).toEqual(["watched", "watched", "watched"]);
  });

  it("lists the invoices, and says on every page that a payment failed until it is paid", async () => {
    await seeText(/^Paid by the year\. Renews on/);
    await ann.page
      .getByRole("link", { name: /^Invoice STANDIN-/ })
      .first()
      .waitFor();
    const atPortal = async (button: string) => {
      await ann.page.goto("/billing");
      await press("Invoices and card");
      await atStripe();
      await press(button);
      await ann.page.getByRole("link", { name: "Back to Flawless" }).click();
      await back(/\/billing/);
    };
    await atPortal("… where the payment fails");
    await seeText("Your last payment failed");
    await ann.page.goto("/dictionary");
    await seeText("We could not charge your card for Pro.");
    await atPortal("Pay the open invoice");
    await seeText(/Renews on/);
    await ann.page.goto("/dictionary");
    await ann.page.getByRole("heading", { level: 1 }).waitFor();
    expect(await ann.page.getByText("We could not charge your card").count()).toBe(0);
  });

  it("trusts no unsigned claim of a payment", async () => {
    const event = JSON.stringify({
      id: "evt_1",
      type: "customer.subscription.updated",
      data: { object: { customer: "cus_1" } },
    });
    const send = (headers: Record<string, string>) =>
      fetch(`${product.url}/api/stripe/webhook`, { method: "POST", body: event, headers });
    expect((await send({})).status).toBe(400);
    expect((await send({ "stripe-signature": "t=1,v1=00" })).status).toBe(400);
    expect(await product.database.db.stripeEvent.count({ where: { id: "evt_1" } })).toBe(0);
    const other = await openVisitor(product.url, "liar");
    await signUp(other);
    await other.page.goto("/billing/return?checkout=cs_test_invented");
    await other.page.getByText("You are on Free").waitFor();
    expect(await other.page.getByText("Thank you").count()).toBe(0);
  });
});
