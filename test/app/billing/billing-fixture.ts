import { createServer, type Server } from "node:http";
import { text } from "node:stream/consumers";
import { createStripe } from "#app/_lib/stripe/create-stripe.ts";
import { receiveStripeEvent } from "#app/_lib/stripe/receive-stripe-event.ts";
import type { BillingDependencies } from "#app/_lib/stripe/sync-subscription.ts";
import { ensureMember, type Member } from "#prisma/queries/teams/ensure-member.ts";
import { createQueue } from "#prisma/queue.ts";
import { type StripeStandIn, startStripeStandIn } from "#test/stripe/server.ts";
import { createTestDatabase, type TestDatabase } from "#test/support/database.ts";
import { DomainError } from "#worker/core/errors.ts";
import { teamOf } from "#worker/core/people/team-scope.ts";

export const WEBHOOK_SECRET = "whsec_of_this_test";
const API_KEY = "sk_standin_of_this_test";
export const APP_URL = "http://127.0.0.1:9";

export type BillingFixture = {
  database: TestDatabase;
  standIn: StripeStandIn;
  dependencies: BillingDependencies & { appUrl: string };
  /** The webhook's answers, in order. */
  answers: { status: number; outcome: string }[];
  close(): Promise<void>;
};

/** Starts a database, the Stripe stand-in, and the webhook handler at a real HTTP address to which the stand-in delivers. */
export async function startBillingFixture(): Promise<BillingFixture> {
  const database = await createTestDatabase();
  const answers: BillingFixture["answers"] = [];
  const faults: Error[] = [];
  const receiver = createServer((request, response) => {
    text(request).then(async (body) => {
      const signature = String(request.headers["stripe-signature"] ?? "");
      const answer = await answerWebhook(fixture, { body, signature });
      answers.push(answer);
      response.writeHead(answer.status).end();
    });
  });
  await new Promise<void>((resolve) => receiver.listen(0, "127.0.0.1", resolve));
  const webhookUrl = `http://127.0.0.1:${portOf(receiver)}/webhook`;
  const standIn = await startStripeStandIn({ port: 0, apiKey: API_KEY, webhookUrl, webhookSecret: WEBHOOK_SECRET });
  const settings = {
    STRIPE_SECRET_KEY: API_KEY,
    STRIPE_API_URL: standIn.url,
    STRIPE_PRICE_PRO: undefined,
    STRIPE_PRICE_AGENCY: undefined,
    STRIPE_PRICE_PRO_YEARLY: undefined,
    STRIPE_PRICE_AGENCY_YEARLY: undefined,
    STRIPE_TAX: "off" as const,
  };
  const queue = await createQueue(database.url, (error) => faults.push(error));
  const dependencies = { db: database.db, queue, stripe: createStripe(settings), settings, appUrl: APP_URL };
  const close = async () => {
    await standIn.close();
    receiver.closeAllConnections();
    await new Promise<void>((resolve) => receiver.close(() => resolve()));
    await queue.stop({ graceful: false });
    await database.drop();
    if (faults.length > 0) throw new AggregateError(faults, "the queue failed");
  };
  const fixture: BillingFixture = { database, standIn, dependencies, answers, close };
  return fixture;
}

/** Answers as app/api/stripe/webhook does. */
async function answerWebhook(fixture: BillingFixture, received: { body: string; signature: string }) {
  try {
    const outcome = await receiveStripeEvent({ ...fixture.dependencies, webhookSecret: WEBHOOK_SECRET }, received);
    return { status: 200, outcome };
  } catch (error) {
    return { status: error instanceof DomainError ? 400 : 500, outcome: String(error) };
  }
}

function portOf(server: Server): number {
  const address = server.address();
  if (typeof address !== "object" || !address) throw new Error("the webhook server does not listen");
  return address.port;
}

let people = 0;

/** A Member who sees all Sites of their Team. */
export type Owner = Member & { teamId: string };

/** Creates a verified user with a Team and the given number of Sites, oldest first. */
export async function makeOwner(
  fixture: Pick<BillingFixture, "database">,
  { sites = 0 }: { sites?: number } = {},
): Promise<Owner> {
  people += 1;
  const id = `user-${people}`;
  const email = `owner-${people}@example.com`;
  await fixture.database.db.user.create({ data: { id, name: email, email, emailVerified: true } });
  const member = await ensureMember(fixture.database.db, id);
  if (!member) throw new Error("the user has just been made");
  const teamId = teamOf(member.teamId);
  for (let index = 0; index < sites; index++) {
    const createdAt = new Date(Date.UTC(2026, 0, 1 + index));
    const site = {
      name: `Site ${index + 1}`,
      startUrl: `https://site-${index + 1}.example/`,
      crawlMinute: 0,
      pageLimit: 2_000,
    };
    await fixture.database.db.site.create({ data: { ...site, teamId, createdAt, nextCrawlAt: createdAt } });
  }
  return { ...member, teamId };
}

/** Returns who paused each Site, in the order the Sites were added. */
export async function pausedBy(fixture: Pick<BillingFixture, "database">, teamId: string): Promise<(string | null)[]> {
  const sites = await fixture.database.db.site.findMany({ where: { teamId }, orderBy: { createdAt: "asc" } });
  return sites.map((site) => site.pausedBy);
}

/** Presses a button on one of the stand-in's pages; returns the redirect. */
export async function press(
  pageUrl: string,
  fields: Record<string, string>,
): Promise<{ status: number; location: string | null }> {
  const response = await fetch(pageUrl, { method: "POST", body: new URLSearchParams(fields), redirect: "manual" });
  await response.arrayBuffer();
  return { status: response.status, location: response.headers.get("location") };
}
