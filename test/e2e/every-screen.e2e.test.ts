import { readdir } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "#prisma/client.ts";
import { sealDecision } from "#prisma/mail-decision.ts";
import { createShareLink } from "#prisma/queries/sharing/create-share-link.ts";
import { deriveSecretKeys } from "#prisma/sealed-secret.ts";
import { hashToken } from "#prisma/secret-token.ts";
import { AUTH_SECRET, type RunningProduct, startProduct } from "#test/support/running-product.ts";
import { addTestSite } from "#test/support/seed/add-test-site.ts";
import { seedChannels } from "#test/support/seed/seed-channels.ts";
import { type SeededSite, seedSite } from "#test/support/seed/seed-site.ts";
import { seedTeam } from "#test/support/seed/seed-team.ts";
import { seedTrial } from "#test/support/seed/seed-trial.ts";
import { faultsOf, LOOKS, type Look } from "./screen-faults.ts";
import { signInOperator } from "./sign-in-operator.ts";
import { closeVisitors, openVisitor, readMailLink, signUp, type Visitor } from "./visitor.ts";

/** Everything that an address of a screen may contain. */
type Seed = {
  site: SeededSite;
  issueIds: string[];
  channelIds: string[];
  ruleId: string;
  token: string;
  shared: string;
  messageId: string;
  signUpLink: string;
  decisionToken: string;
  userId: string;
  /** Tokens of an invitation without an account, and of one that expired. */
  invitations: string[];
  trialToken: string;
  teamId: string;
};
type Visit = { as: "member" | "guest" | "operator"; at(seed: Seed): string[] };

const member = (...paths: string[]): Visit => ({ as: "member", at: () => paths });
const operator = (...paths: string[]): Visit => ({ as: "operator", at: () => paths });
const guest = (...paths: string[]): Visit => ({ as: "guest", at: () => paths });
const ofSite = (...paths: string[]): Visit => ({
  as: "member",
  at: ({ site }) => paths.map((path) => `/sites/${site.siteId}${path}`),
});

/** A visit to each screen of the product, by its folder in `app`. A new page needs an entry here. */
const SCREENS: Readonly<Record<string, Visit>> = {
  "(account)/check-your-mail": guest("/check-your-mail", "/check-your-mail?because=expired"),
  "(account)/forgot-password": guest("/forgot-password"),
  "(account)/invitation/[token]": {
    as: "guest",
    at: ({ invitations }) => ["unknown", ...invitations].map((token) => `/invitation/${token}`),
  },
  "(account)/reset-password": guest("/reset-password?token=any"),
  "(account)/sign-in": guest("/sign-in"),
  "(account)/sign-in/code": guest("/sign-in/code", "/sign-in/code?with=recovery"),
  "(account)/sign-up": guest("/sign-up"),
  "(account)/verify-email": { as: "guest", at: ({ signUpLink }) => [signUpLink] },
  "(dashboard)/account": member("/account"),
  "(dashboard)/account/security": member("/account/security"),
  "(dashboard)/account/two-factor": member("/account/two-factor"),
  "(dashboard)/api-access": member("/api-access"),
  "(dashboard)/billing": member("/billing"),
  "(dashboard)/channels": member("/channels"),
  "(dashboard)/channels/[channelId]": { as: "member", at: ({ channelIds }) => channelIds.map((id) => `/channels/${id}`) },
  "(dashboard)/channels/new": member("/channels/new"),
  "(dashboard)/dictionary": member("/dictionary"),
  "(dashboard)/house-style": member("/house-style"),
  "(dashboard)/house-style/[ruleId]": { as: "member", at: ({ ruleId }) => [`/house-style/${ruleId}`] },
  "(dashboard)/house-style/find": member("/house-style/find?q=coffee"),
  "(dashboard)/issues": member("/issues", "/issues?q=recieve", "/issues?group=mistake"),
  "(dashboard)/people": member("/people"),
  "(dashboard)/people/[userId]": { as: "member", at: ({ userId }) => [`/people/${userId}`] },
  "(dashboard)/people/activity": member("/people/activity", "/people/activity?page=9"),
  "(dashboard)/sites": member("/sites", "/sites?q=nothing"),
  "(dashboard)/sites/[siteId]": ofSite("", "?state=hints", "?state=ignored"),
  "(dashboard)/sites/[siteId]/crawls": ofSite("/crawls"),
  "(dashboard)/sites/[siteId]/crawls/[crawlId]": {
    as: "member",
    at: ({ site }) => [`/sites/${site.siteId}/crawls/${site.crawlIds[1]}`],
  },
  "(dashboard)/sites/[siteId]/dictionary": ofSite("/dictionary"),
  "(dashboard)/sites/[siteId]/dictionary/own-words": ofSite("/dictionary/own-words"),
  "(dashboard)/sites/[siteId]/issues/[issueId]": {
    as: "member",
    at: ({ site, issueIds }) => issueIds.map((id) => `/sites/${site.siteId}/issues/${id}`),
  },
  "(dashboard)/sites/[siteId]/pages": ofSite("/pages", "/pages?q=coffee&state=read", "/pages?q=nothing"),
  "(dashboard)/sites/[siteId]/pages/[pageId]": {
    as: "member",
    at: ({ site }) => ["", "?view=changes"].map((view) => `/sites/${site.siteId}/pages/${site.pageIds[0]}${view}`),
  },
  "(dashboard)/sites/[siteId]/settings": ofSite("/settings"),
  "(dashboard)/sites/[siteId]/settings/access": ofSite("/settings/access"),
  "(dashboard)/sites/[siteId]/settings/checks": ofSite("/settings/checks"),
  "(dashboard)/sites/[siteId]/settings/crawling": ofSite("/settings/crawling"),
  "(dashboard)/sites/[siteId]/settings/ignored": ofSite("/settings/ignored"),
  "(dashboard)/sites/[siteId]/settings/mail": ofSite("/settings/mail"),
  "(dashboard)/sites/[siteId]/settings/pause": ofSite("/settings/pause"),
  "(dashboard)/sites/[siteId]/share": ofSite("/share"),
  "(dashboard)/sites/[siteId]/trends": ofSite("/trends", "/trends?period=year"),
  "(dashboard)/sites/new": member("/sites/new"),
  "(dashboard)/teams": member("/teams"),
  "(marketing)": guest("/"),
  "(marketing)/bot": guest("/bot"),
  "(marketing)/changelog": guest("/changelog"),
  "(marketing)/docs/api": guest("/docs/api"),
  "(marketing)/imprint": guest("/imprint"),
  "(marketing)/pricing": guest("/pricing"),
  "(marketing)/privacy": guest("/privacy"),
  "(marketing)/status": guest("/status"),
  "(marketing)/terms": guest("/terms"),
  "decide/[token]": { as: "guest", at: ({ decisionToken }) => [`/decide/${decisionToken}`, "/decide/none"] },
  "(marketing)/try/[token]": { as: "guest", at: ({ trialToken }) => [`/try/${trialToken}`] },
  "confirm/[token]": { as: "guest", at: ({ token }) => [`/confirm/${token}`] },
  mailbox: member("/mailbox", "/mailbox?to=none@harbour.example"),
  "mailbox/[messageId]": { as: "member", at: ({ messageId }) => [`/mailbox/${messageId}`] },
  operator: operator("/operator"),
  "operator/incidents": operator("/operator/incidents"),
  "operator/log": operator("/operator/log", "/operator/log?page=9"),
  "operator/search": operator("/operator/search", "/operator/search?q=harbour", "/operator/search?q=nothing"),
  "operator/switches": operator("/operator/switches"),
  "operator/teams/[teamId]": { as: "operator", at: ({ teamId }) => [`/operator/teams/${teamId}`] },
  "shared/[token]": {
    as: "guest",
    at: ({ shared }) => [`/shared/${shared}`, `/shared/${shared}?check=links`, "/shared/ended"],
  },
  "unsubscribe/[token]": { as: "guest", at: ({ token }) => [`/unsubscribe/${token}`] },
};
const NOT_FOUND = ofSite("/nowhere");

describe("every screen", () => {
  let product: RunningProduct;
  let ann: Visitor;
  let bob: Visitor;
  let olga: Visitor;
  let seed: Seed;
  const complaints: string[] = [];

  beforeAll(async () => {
    product = await startProduct({ allowedPrivateHosts: [], operators: ["olga@harbour.example"] });
    ann = await openVisitor(product.url, "reader", complaints);
    await signUp(ann);
    bob = await openVisitor(product.url, "guest", complaints);
    const { db } = product.database;
    const { teamId, userId } = await db.member.findFirstOrThrow({ where: { user: { email: ann.email } } });
    const site = await seedSite(db, { teamId, userId, email: ann.email, now: new Date() });
    const rule = await db.houseRule.create({ data: { teamId, kind: "avoid", term: "utilise", key: "utilise" } });
    await db.dictionaryWord.create({ data: { teamId, siteId: site.siteId, word: "flat white" } });
    const channelIds = await seedChannels(db, { teamId, siteId: site.siteId });
    const scopes = ["sites:read", "pages:check"];
    await db.apiToken.create({ data: { teamId, userId, name: "Deploy hook", scopes, tokenHash: "none", shownEnd: "x4Kp" } });
    const { token } = await db.recipient.findFirstOrThrow({ where: { siteId: site.siteId } });
    const message = await db.mailboxMessage.findFirstOrThrow({ where: { email: ann.email } });
    const gone = { email: "gone@harbour.example", confirmedAt: new Date() };
    await db.recipient.create({ data: { ...gone, siteId: site.siteId, token: "gone" } });
    const suppression = { reason: "hard_bounce", since: new Date(), at: new Date(), detail: "550 5.1.1" } as const;
    await db.mailSuppression.create({ data: { ...suppression, email: gone.email } });
    await bob.page.goto("/sign-up");
    await bob.page.getByLabel("E-mail address").fill(bob.email);
    await bob.page.getByRole("button", { name: "Continue" }).click();
    await bob.page.waitForURL("**/check-your-mail**");
    const signUpLink = await readMailLink(bob.page, bob.email, "Confirm your e-mail address", /verify-email\?token=/);
    const shown = { siteId: site.siteId, text: { in: ["recieve", "https://example.com/menu/autumn"] } };
    const issueIds = (await db.issue.findMany({ where: shown, select: { id: true } })).map(({ id }) => id);
    const decisionToken = sealDecision(deriveSecretKeys({ AUTH_SECRET }), { issueId: issueIds[0] ?? "", userId }, new Date());
    const link = { teamId, siteId: site.siteId, label: "Client", expiresAt: null, now: new Date() };
    const { token: shared } = await createShareLink(db, { ...link, kind: "report" });
    const colleague = await seedPeople(db, { teamId, userId, siteId: site.siteId });
    const trialToken = await seedTrial(db, { email: ann.email, now: new Date() });
    olga = await openVisitor(product.url, "olga", complaints);
    await (await signInOperator(product, olga)).turnOn();
    await seedOperating(db, { teamId });
    seed = {
      teamId,
      site,
      issueIds,
      channelIds,
      ruleId: rule.id,
      token,
      shared,
      messageId: message.id,
      signUpLink,
      decisionToken,
      trialToken,
      ...colleague,
    };
  });
  afterAll(async () => {
    await closeVisitors();
    await product?.stop();
  });

  it("has a visit in the table above", async () => {
    const app = join(import.meta.dirname, "..", "..", "app");
    const files = await readdir(app, { recursive: true });
    const screens = files.filter((file) => /(^|\/)page\.tsx$/.test(file)).map((file) => file.replace(/\/?page\.tsx$/, ""));
    expect(Object.keys(SCREENS).sort()).toEqual(screens.sort());
  });

  it("has no accessibility fault and fits its window, in both themes, on phone and desktop", async () => {
    const screens = [...Object.entries(SCREENS), ["nowhere", NOT_FOUND] as const];
    const of = (who: Visit["as"]) =>
      screens.flatMap(([name, { as, at }]) =>
        as === who
          ? at(seed).map((path, index) => ({
              name: nameOf(name, index),
              path,
              isVariant: index > 0 && !process.env.SCREENS_FOLDER,
            }))
          : [],
      );
    const [members, guests, operators] = [of("member"), of("guest"), of("operator")];
    // The guest gets a new tab: its own one shows a mail, which it could not leave.
    const second = await ann.page.context().newPage();
    const third = await bob.page.context().newPage();
    // The lanes take their next address from the same list.
    const faults = await Promise.all([
      walk(ann.page, members),
      walk(second, members),
      walk(third, guests),
      walk(olga.page, operators),
    ]);
    await Promise.all([second.close(), third.close()]);
    expect(faults.flat()).toEqual([]);
  }, 480_000);

  it("shows where the keyboard is, and skips to the content", async () => {
    const { page } = ann;
    for (const path of ["/sites", `/sites/${seed.site.siteId}`, `/sites/${seed.site.siteId}/settings`]) {
      await page.goto(path);
      await page.keyboard.press("Tab");
      expect(await page.evaluate(() => document.activeElement?.textContent), path).toBe("Skip to the content");
      const unseen: string[] = [];
      for (let step = 0; step < 30; step += 1) {
        await page.keyboard.press("Tab");
        const fault = await page.evaluate(describeHiddenFocus);
        if (fault) unseen.push(fault);
      }
      expect(unseen, path).toEqual([]);
      await page.getByRole("link", { name: "Skip to the content" }).focus();
      await page.keyboard.press("Enter");
      await page.waitForFunction(() => document.activeElement?.id === "content");
    }
  });

  it("caused no script errors or policy violations", () => {
    expect(complaints).toEqual([]);
  });
});

/** Adds a second person, two invitations and an activity. */
async function seedPeople(db: Database, { teamId, userId, siteId }: { teamId: string; userId: string; siteId: string }) {
  const colleague = { id: "colleague", name: "Ben Miller", email: "ben@harbour.example", emailVerified: true };
  await db.user.create({ data: colleague });
  await db.member.create({ data: { teamId, userId: colleague.id, role: "editor", allSites: false, siteIds: [siteId] } });
  await db.activity.create({ data: { teamId, userId, kind: "issues_ignored", at: new Date(), siteId, detail: "3" } });
  const invitations = ["open-invitation", "ended-invitation"];
  for (const [index, token] of invitations.entries())
    await db.invitation.create({
      data: {
        ...{ teamId, email: `${token}@client.example`, role: "viewer", tokenHash: hashToken(token), invitedById: userId },
        expiresAt: new Date(Date.now() + (1 - index * 2) * 86_400_000),
      },
    });
  return { userId: colleague.id, invitations };
}

/** Adds what operators have done and announced, a Site that they paused, and what a Crawl of the Team took. */
async function seedOperating(db: Database, { teamId }: { teamId: string }) {
  const now = new Date();
  const { siteId } = await addTestSite(db);
  const failing = { failedDays: 3, heldAt: now, heldReason: "The site’s owner asked us to stop." };
  await db.site.update({
    where: { id: siteId },
    data: { ...failing, teamId: (await seedTeam(db, { email: "ben@client.example" })).teamId },
  });
  await db.crawl.updateMany({
    where: { site: { teamId }, state: "finished" },
    data: { cpuMs: 74_000, requests: 412 },
  });
  await db.incident.create({ data: { text: "Mails are late by an hour. None is lost.", startsAt: now, createdAt: now } });
  await db.switch.create({ data: { name: "pictures", isOn: false, teamIds: [teamId], changedAt: now } });
  const action = { at: now, operator: "olga@harbour.example", kind: "switched", subject: "Pictures of pages" };
  await db.operatorAction.create({ data: { ...action, reason: "The disk is full.", before: "on", after: "off" } });
}

/** Returns the file name of a screen's picture. */
function nameOf(screen: string, index: number): string {
  const name = screen.replace(/[^a-z]+/gi, "-").replace(/^-|-$/g, "");
  return index > 0 ? `${name}-${index + 1}` : name;
}

/** Visits screens, taking each from the list, until none is left. Returns their faults. */
async function walk(page: Page, screens: { name: string; path: string; isVariant: boolean }[]): Promise<string[]> {
  const faults: string[] = [];
  for (let screen = screens.shift(); screen !== undefined; screen = screens.shift()) {
    const { name, path, isVariant } = screen;
    await page.goto(path);
    // A screen's second address shows little more than its first.
    for (const look of isVariant ? LOOKS.slice(0, 1) : LOOKS) {
      faults.push(...(await faultsOf(page, look)).map((fault) => `${path} ${fault}`));
      await takePicture(page, name, look);
    }
  }
  return faults;
}

/** Stores a picture of the screen where `npm run screens` wants them. */
async function takePicture(page: Page, name: string, { width, colorScheme }: Look): Promise<void> {
  const folder = process.env.SCREENS_FOLDER;
  if (folder) await page.screenshot({ path: join(folder, `${name}-${width}-${colorScheme}.png`), fullPage: true });
}

/** Runs in the page. Returns the focused element if nothing shows that it has the focus, else null. */
function describeHiddenFocus(): string | null {
  const focused = document.activeElement;
  if (!focused || focused === document.body) return null;
  const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(focused);
  const isMarked = (outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2) || boxShadow !== "none";
  return isMarked ? null : focused.outerHTML.slice(0, 200);
}
