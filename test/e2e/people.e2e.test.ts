import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { WIND_DOWN_ID } from "#prisma/queries/winding-down/find-wind-down.ts";
import { findRoutes, findVerbs } from "#test/app/gates.ts";
import { type RunningProduct, startProduct } from "#test/support/running-product.ts";
import { type SeededSite, seedSite } from "#test/support/seed/seed-site.ts";
import { may, RIGHTS, type Right, refusalOf } from "#worker/core/people/rights.ts";
import { isChangingRight } from "#worker/core/winding-down/reading-rights.ts";
import { SERVICE_OPEN } from "#worker/core/winding-down/wind-down.ts";
import { readOnlyWords } from "#worker/core/winding-down/wind-down-words.ts";
import { makeCaller, pathOf } from "./call-verb.ts";
import { makeIds, makePeople, type Person } from "./role-people.ts";
import { signInOperator } from "./sign-in-operator.ts";
import { operatorInputs, verbInputs } from "./verb-inputs.ts";
import { closeVisitors, openVisitor, readMailLink, signUp, type Visitor } from "./visitor.ts";

/** Verbs that do something without any input. */
const WITHOUT_INPUT = new Set(["leaveTeamAction", "manageSubscription", "startProTrialAction"]);
const REFUSALS: ReadonlySet<string> = new Set(Object.values(RIGHTS).map(({ refusal }) => refusal));
/** Routes to what the seeded Site lacks, and to Stripe. */
const LACKING = /pictureId|fileId|result\/route/;
const ELSEWHERE = /billing\/return/;

describe("people", () => {
  let product: RunningProduct;
  let ann: Visitor;
  let bob: Visitor;
  let teamId: string;
  let site: SeededSite;
  const complaints: string[] = [];

  beforeAll(async () => {
    product = await startProduct({ allowedPrivateHosts: [], operators: ["olga@harbour.example"] });
    ann = await openVisitor(product.url, "ann", complaints);
    bob = await openVisitor(product.url, "bob", complaints);
    await signUp(ann);
    const { db } = product.database;
    const member = await db.member.findFirstOrThrow({ where: { user: { email: ann.email } } });
    teamId = member.teamId;
    await db.team.update({ where: { id: teamId }, data: { plan: "agency" } });
    const seed = { teamId, userId: member.userId, email: ann.email, now: new Date() };
    site = await seedSite(db, seed);
    await seedSite(db, { ...seed, name: "Harbour Bakery" });
  });
  afterAll(async () => {
    await closeVisitors();
    await product?.stop();
  });

  const press = (who: Visitor, name: string | RegExp) => who.page.getByRole("button", { name }).click();

  it("are invited, see what they may, change teams, and are removed", async () => {
    const { page } = ann;
    await page.goto("/people");
    await page.getByText("You work alone so far.").waitFor();
    await page.getByLabel("Name of the team").fill("Harbour & Sons");
    await press(ann, /^Save$/);
    await page.getByText("1 person in the team “Harbour & Sons”").waitFor();
    const mails = product.database.db.mailboxMessage;
    let invitations = 0;
    const invite = async () => {
      await page.goto("/people");
      await page.getByLabel("E-mail address").fill(` ${bob.email.toUpperCase()}`);
      await page.getByLabel("Editor").check();
      await page.getByLabel("Only some").check();
      await page.getByRole("checkbox", { name: "Harbour Bakery" }).check();
      await press(ann, "Send the invitation");
      await page.getByText(`We sent an invitation to ${bob.email}.`).waitFor();
      invitations += 1;
      await expect.poll(() => mails.count({ where: { email: bob.email } }), { timeout: 60_000 }).toBe(invitations);
      return readMailLink(bob.page, bob.email, "You are invited to a team at Flawless", /\/invitation\//);
    };
    const link = await invite();

    // Someone else who is signed in cannot use it, and reads why.
    await page.goto(link);
    await page.getByText(`You are signed in as ${ann.email}`).waitFor();
    await page.getByText(`This invitation is for ${bob.email}.`).waitFor();

    // Without an account, the link is enough.
    await bob.page.goto(link);
    await bob.page.getByRole("heading", { name: "Join “Harbour & Sons”" }).waitFor();
    await bob.page.getByLabel("Password", { exact: true }).fill(bob.password);
    await press(bob, "Create account and join");
    await bob.page.waitForURL("**/sites");
    await bob.page.getByRole("link", { name: "Harbour Bakery" }).first().waitFor();
    expect(await bob.page.content()).not.toContain("Brightwell Coffee");
    expect((await bob.page.request.get(`/sites/${site.siteId}`)).status()).toBe(404);
    await bob.page.goto(link);
    await bob.page.getByRole("heading", { name: "This invitation was used" }).waitFor();

    // The owner sees who did what, and removes him.
    await page.goto("/people/activity");
    await page.getByText(`${bob.email} joined the team as editor`).waitFor();
    await page.goto("/people");
    await page.getByRole("link", { name: `Change ${bob.email}` }).click();
    await press(ann, `Remove ${bob.email}`);
    await page.getByText("Removed. This person has no access to the team any more.").waitFor();
    await bob.page.goto("/sites");
    await bob.page.getByText("Which website should we check?").waitFor();

    // Invited again, now with an account and a team of his own, he changes between the two.
    const again = await invite();
    await bob.page.goto(again);
    await press(bob, "Join the team");
    await bob.page.waitForURL("**/sites");
    await bob.page.getByRole("link", { name: "Harbour Bakery" }).first().waitFor();
    const bakery = await product.database.db.site.findFirstOrThrow({ where: { teamId, name: "Harbour Bakery" } });
    const address = `/sites/${bakery.id}`;
    await bob.page.getByRole("button", { name: bob.email }).click();
    await bob.page.getByRole("menuitemradio", { name: bob.email }).click();
    await bob.page.getByText("Which website should we check?").waitFor();
    await bob.page.goto(`${address}/crawls`);
    await bob.page.getByText("This page belongs to the team “Harbour & Sons”").waitFor();
    await press(bob, "Change and open");
    await bob.page.waitForURL(`**${address}/crawls`);

    // He leaves by himself; the owner cannot, as no other is left.
    await bob.page.goto("/people");
    await bob.page.getByText("Your place in the team “Harbour & Sons”").waitFor();
    await page.goto("/people");
    await press(ann, "Leave Harbour & Sons");
    await page.getByText("A team needs an owner, and there is no other.").waitFor();
    await press(bob, "Leave Harbour & Sons");
    await bob.page.getByText("You left the team.").waitFor();
  });

  it("may do only what their role allows, by every verb and at every address", async () => {
    const { db } = product.database;
    const other = await db.site.findFirstOrThrow({ where: { teamId, name: "Harbour Bakery" } });
    const people = await makePeople(product, { teamId, otherSiteId: other.id });
    const ids = await makeIds(product, { teamId, site });
    const places = {
      ...ids,
      pictureId: ids.siteId,
      fileId: ids.siteId,
      list: "issues",
      which: "pages",
      all: "get-session",
      token: "none",
      teamId,
      messageId: "none",
    };
    const call = makeCaller(product.url, places);
    const inputs = verbInputs(ids);
    const verbs = findVerbs().flatMap(({ name, rights: [right] }) => (right ? [{ name, right }] : []));
    expect(Object.keys(inputs).sort()).toEqual(verbs.map(({ name }) => name).sort());
    const wrong: string[] = [];

    const sendAs = async ({ name: who, cookie, holder, sees }: Person, name: string, right: Right) => {
      const input = inputs[name];
      const refusal = holder && refusalOf(holder, right);
      if (!input || (holder && refusal === null && (sees || input.own))) return;
      const { error, redirectTo, body } = await call(name, input.sent, cookie);
      const isRefused = holder ? refusal === null || error === refusal : redirectTo?.startsWith("/sign-in");
      if (!isRefused) wrong.push(`${who} ${name}: ${error ?? redirectTo ?? body.slice(0, 300)}`);
      if (!sees && body.includes("Brightwell")) wrong.push(`${who} ${name} shows the site`);
    };
    const before = await everythingOf(teamId);
    for (const { name, right } of verbs) await Promise.all(people.map((person) => sendAs(person, name, right)));
    const ofOperators = operatorInputs({ teamId, siteId: site.siteId });
    const operatorVerbs = findVerbs().filter(({ operatorRights }) => operatorRights.length > 0);
    expect(Object.keys(ofOperators).sort()).toEqual(operatorVerbs.map(({ name }) => name).sort());
    for (const [name, sent] of Object.entries(ofOperators)) {
      const answers = await Promise.all(people.map(({ cookie }) => call(name, sent, cookie)));
      wrong.push(
        ...answers.filter(({ status }) => status !== 404).map(({ status, body }) => `${name}: ${status} ${body.slice(0, 300)}`),
      );
    }
    const done = [await db.switch.count(), await db.incident.count(), await db.operatorAction.count()];
    expect(done).toEqual([0, 0, 0]);
    expect(wrong).toEqual([]);
    expect(await everythingOf(teamId)).toEqual(before);

    // After the end of the service, the owner reads and downloads, and changes nothing.
    const [owner] = people;
    const ended = { ...SERVICE_OPEN, stage: "ended", endsAt: new Date(), endedAt: new Date() } as const;
    await db.windDown.create({ data: { id: WIND_DOWN_ID, ...ended } });
    const refuse = async (name: string) => {
      const { error, body } = await call(name, inputs[name]?.sent ?? { form: {} }, owner?.cookie ?? "");
      if (error !== readOnlyWords(ended)) wrong.push(`after the end, ${name}: ${error ?? body.slice(0, 300)}`);
    };
    await Promise.all(verbs.filter(({ right }) => isChangingRight(right)).map(({ name }) => refuse(name)));
    expect(wrong).toEqual([]);
    expect(await everythingOf(teamId)).toEqual(before);
    const open = (path: string) => fetch(new URL(path, product.url), { headers: { cookie: owner?.cookie ?? "" } });
    expect(await (await open("/sites")).text()).toContain("Nothing can be changed any more.");
    expect((await open("/people/data")).headers.get("content-type")).toBe("application/zip");
    expect(await (await fetch(new URL("/sign-up", product.url))).text()).toContain("we no longer take new accounts");
    await db.windDown.deleteMany();

    // Whoever has a right is not refused: an empty form is read, and has faults of its own.
    const sendEmptyAs = async ({ name: who, cookie }: Person, name: string) => {
      const empty = "call" in (inputs[name]?.sent ?? {}) ? { call: {} } : { form: {} };
      const { error, body } = await call(name, empty, cookie);
      if (REFUSALS.has(error ?? "") || !(error || body.includes('"fields"')))
        wrong.push(`${who} ${name}: ${error ?? body.slice(0, 300)}`);
    };
    for (const { name, right } of verbs.filter((verb) => !WITHOUT_INPUT.has(verb.name))) {
      // The least of the roles that may. They are listed from the owner down.
      const allowed = people.findLast(({ holder, sees }) => holder && sees && may(holder, right));
      if (allowed) await sendEmptyAs(allowed, name);
    }
    expect(wrong).toEqual([]);

    const openAs = async ({ name: who, cookie, holder, sees }: Person, path: string, rights: readonly Right[]) => {
      const address = pathOf(`app/${path}`, places);
      const headers = { cookie, accept: "application/json" };
      const answer = await fetch(new URL(address, product.url), { headers, redirect: "manual" });
      const isOfSite = /\[(siteId|crawlId|ruleId|userId|channelId)\]/.test(path);
      const isAllowed = holder !== null && rights.every((right) => may(holder, right)) && (sees || !isOfSite);
      // There is no picture, and no check of a single page.
      const expected = isAllowed ? (LACKING.test(path) ? [404] : [200]) : holder ? [404] : [307, 401, 404];
      const text = await answer.text();
      if (!expected.includes(answer.status)) wrong.push(`${who} ${address}: ${answer.status}`);
      if (!sees && text.includes("Brightwell")) wrong.push(`${who} ${address} shows the site`);
      if (!holder && text.includes("Harbour")) wrong.push(`${who} ${address} shows the team`);
    };
    for (const { path } of findRoutes().filter(({ operatorRights }) => operatorRights.length > 0)) {
      const address = pathOf(`app/${path}`, places);
      for (const { name: who, cookie } of people) {
        const answer = await fetch(new URL(address, product.url), { headers: { cookie }, redirect: "manual" });
        const text = await answer.text();
        if (answer.status !== 404 || /Paying teams|Pages for operators|Switch off/.test(text))
          wrong.push(`${who} ${address}: ${answer.status}`);
      }
    }
    // The owner's and the editor's pages are opened elsewhere.
    const readers = people.slice(2);
    for (const { path, rights } of findRoutes().filter((route) => route.rights.length > 0 && !ELSEWHERE.test(route.path)))
      await Promise.all(readers.map((person) => openAs(person, path, rights)));
    expect(wrong).toEqual([]);
  }, 240_000);

  it("are helped by operators, who pause, switch and announce, and whose looks a team can see", async () => {
    const olga = await openVisitor(product.url, "olga", complaints);
    const { page } = olga;
    const { turnOn } = await signInOperator(product, olga);
    await page.goto("/operator");
    await page.waitForURL("**/account/two-factor");
    await turnOn();
    await page.goto("/operator");
    await page.getByText("Paying teams").waitFor();

    await page.getByRole("link", { name: "Search" }).click();
    await page.getByLabel("Name, address or id").fill(ann.email);
    await press(olga, "Search");
    await page.getByRole("link", { name: ann.email }).click();
    await page.getByRole("heading", { name: "Harbour & Sons" }).waitFor();
    await press(olga, "Pause Harbour & Sons");
    await page.getByText("Write the reason. The team reads it.").waitFor();
    await page.getByLabel("Reason, as the team reads it").last().fill("Your server asked us to stop.");
    await press(olga, "Pause Harbour & Sons");
    await page.getByText("Paused by an operator").first().waitFor();
    await ann.page.goto("/people/activity");
    await ann.page.getByText("We paused the crawls of your team. Our reason: Your server asked us to stop.").waitFor();
    await ann.page.getByText("Flawless looked into the team for support; nothing was changed").waitFor();
    await press(olga, "Resume Harbour & Sons");
    await page.getByText("Resumed. Crawls that are overdue start within a minute.").waitFor();

    await page.goto("/operator/switches");
    await press(olga, "Switch off: Sign-ups");
    await page.getByText("Switched off, in all processes.").waitFor();
    const start = { data: { email: "new@harbour.example" }, headers: { origin: product.url } };
    expect((await bob.page.request.post("/api/auth/sign-up/start", start)).status()).toBe(503);
    await bob.page.context().clearCookies();
    await bob.page.goto("/sign-up");
    await bob.page.getByRole("heading", { name: "No new accounts at the moment" }).waitFor();
    await press(olga, "Switch on: Sign-ups");
    await page.getByText("Switched on, in all processes.").waitFor();
    expect((await bob.page.request.post("/api/auth/sign-up/start", start)).status()).toBe(200);

    await page.goto("/operator/incidents");
    await page.getByLabel("What customers notice").fill("Mails are late by an hour.");
    await press(olga, "Announce");
    await page.getByText("Announced. The status page shows it within a minute.").waitFor();
    await bob.page.goto("/status");
    await bob.page.getByText("Mails are late by an hour.").waitFor();
    await page.goto("/operator/log");
    await page.getByText("switched Sign-ups: on → off").waitFor();
    await page.getByText("looked into the team “Harbour & Sons”").waitFor();
  }, 240_000);

  it("caused no script errors or policy violations", () => {
    expect(complaints).toEqual([]);
  });

  /** Returns all rows of a Team that a verb could change. */
  async function everythingOf(id: string) {
    const byId = { orderBy: { id: "asc" } } as const;
    return product.database.db.team.findUniqueOrThrow({
      where: { id },
      include: {
        members: { orderBy: { userId: "asc" } },
        invitations: byId,
        houseRules: byId,
        words: byId,
        activities: byId,
        reportBrand: true,
        channels: byId,
        apiTokens: byId,
        mailRhythms: { orderBy: { email: "asc" } },
        sites: {
          ...byId,
          include: {
            signIn: true,
            recipients: byId,
            crawls: byId,
            issues: byId,
            ignoreRules: byId,
            shareLinks: byId,
            reportFiles: byId,
          },
        },
      },
    });
  }
});
