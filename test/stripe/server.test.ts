import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer, request, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import Stripe from "stripe";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type StripeStandIn, startStripeStandIn } from "./server.ts";

const SECRET = "whsec_test";
const API_KEY = "sk_standin_of_this_test";

let folder: string;
let webhook: Server;
let received: { body: string; signature: string }[];
let refuse: number;
let standIn: StripeStandIn;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "stripe-standin-"));
  received = [];
  refuse = 0;
  webhook = createServer(async (request, response) => {
    const body = await text(request);
    if (refuse-- > 0) response.writeHead(500).end();
    else {
      received.push({ body, signature: String(request.headers["stripe-signature"]) });
      response.writeHead(200).end();
    }
  });
  await new Promise<void>((resolve) => webhook.listen(0, "127.0.0.1", resolve));
  standIn = await start();
});
afterEach(async () => {
  await standIn.close();
  webhook.closeAllConnections();
  await new Promise<void>((resolve) => webhook.close(() => resolve()));
  await rm(folder, { recursive: true });
});

function start(): Promise<StripeStandIn> {
  const address = webhook.address();
  const port = typeof address === "object" && address ? address.port : 0;
  const stateFile = join(folder, "state.json");
  const webhookUrl = `http://127.0.0.1:${port}/`;
  return startStripeStandIn({ port: 0, apiKey: API_KEY, webhookUrl, webhookSecret: SECRET, stateFile });
}

function sdk(key = API_KEY): Stripe {
  const { hostname, port } = new URL(standIn.url);
  return new Stripe(key, { host: hostname, port, protocol: "http", maxNetworkRetries: 0, telemetry: false });
}

async function subscribe(): Promise<{ customer: string; subscription: Stripe.Subscription; session: Stripe.Checkout.Session }> {
  const stripe = sdk();
  const { id: customer } = await stripe.customers.create({ email: "a@example.com", metadata: { teamId: "t1" } });
  const prices = await stripe.prices.list({ lookup_keys: ["flawless_pro_monthly"] });
  const open = await stripe.checkout.sessions.create({
    mode: "subscription",
    customer,
    line_items: [{ price: prices.data[0]?.id ?? "", quantity: 1 }],
    success_url: "http://127.0.0.1:9/done?id={CHECKOUT_SESSION_ID}",
    subscription_data: { metadata: { teamId: "t1" } },
  });
  await fetch(open.url ?? "", { method: "POST", body: new URLSearchParams({ action: "pay" }), redirect: "manual" });
  const session = await stripe.checkout.sessions.retrieve(open.id);
  const subscription = await stripe.subscriptions.retrieve(String(session.subscription));
  return { customer, subscription, session };
}

describe("the Stripe stand-in, used by the official SDK", () => {
  it("sells a subscription and stores its metadata", async () => {
    const { customer, subscription, session } = await subscribe();
    expect(session).toMatchObject({ status: "complete", payment_status: "paid", url: null });
    expect(subscription).toMatchObject({ customer, status: "active", metadata: { teamId: "t1" }, cancel_at_period_end: false });
    expect(subscription.items.data[0]?.price).toMatchObject({
      lookup_key: "flawless_pro_monthly",
      unit_amount: 1900,
      currency: "usd",
    });
    const invoices = await sdk().invoices.list({ customer });
    expect(invoices.data[0]).toMatchObject({ status: "paid", amount_paid: 1900 });
  });

  it("signs its webhooks so that the SDK accepts them", async () => {
    await subscribe();
    await standIn.webhooks.settled();
    const events = received.map(({ body, signature }) => sdk().webhooks.constructEvent(body, signature, SECRET).type);
    expect(events.toSorted()).toEqual([
      "checkout.session.completed",
      "customer.created",
      "customer.subscription.created",
      "invoice.paid",
    ]);
  });

  it("delivers an event again until it is accepted", async () => {
    refuse = 2;
    await sdk().customers.create({ email: "b@example.com" });
    await standIn.webhooks.settled();
    expect(received).toHaveLength(1);
  });

  it("keeps its state over a restart, and delivers pending events", async () => {
    standIn.webhooks.hold();
    const { subscription } = await subscribe();
    expect(received).toHaveLength(0);
    await standIn.close();
    standIn = await start();
    expect(await sdk().subscriptions.retrieve(subscription.id)).toMatchObject({ status: "active" });
    await standIn.webhooks.settled();
    expect(received).toHaveLength(4);
  });

  it("gives the same answer for the same idempotency key and refuses it for another request", async () => {
    const create = (email: string) => sdk().customers.create({ email }, { idempotencyKey: "once" });
    const first = await create("c@example.com");
    expect((await create("c@example.com")).id).toBe(first.id);
    await expect(create("d@example.com")).rejects.toBeInstanceOf(Stripe.errors.StripeIdempotencyError);
  });

  it.each([
    ["an unknown id", () => sdk().subscriptions.retrieve("sub_none"), { statusCode: 404, code: "resource_missing" }],
    ["a key that is none", () => sdk("pk_public").customers.list(), { statusCode: 401, type: "StripeAuthenticationError" }],
    [
      "a key of another account",
      () => sdk("sk_test_any").customers.list(),
      { statusCode: 401, type: "StripeAuthenticationError" },
    ],
    ["the beginning of its key", () => sdk(API_KEY.slice(0, -1)).customers.list(), { statusCode: 401 }],
    ["a price that is not sold", () => sdk().prices.retrieve("price_none"), { statusCode: 404, code: "resource_missing" }],
    [
      "a parameter that Stripe does not have",
      () => sdk().rawRequest("POST", "/v1/customers", { shoe_size: "43" }),
      { statusCode: 400, code: "parameter_unknown" },
    ],
    ["an address that Stripe does not have", () => sdk().rawRequest("GET", "/v1/unicorns"), { statusCode: 404 }],
  ])("answers %s with Stripe's error", async (_what, ask, expected) => {
    await expect(ask()).rejects.toMatchObject(expected);
  });

  it.each([
    [{ tax_id_collection: { enabled: true } }, "customer_update[name]"],
    [{ automatic_tax: { enabled: true }, customer_update: { name: "auto" } }, "customer_update[address]"],
  ] as const)("refuses a Checkout with %j for a customer whose details it may not update", async (options, param) => {
    const { id: customer } = await sdk().customers.create({ email: "e@example.com" });
    const line_items = [{ price: "price_standin_pro_yearly", quantity: 1 }];
    const success_url = "http://127.0.0.1:9/";
    const creation = sdk().checkout.sessions.create({ mode: "subscription", customer, line_items, success_url, ...options });
    await expect(creation).rejects.toMatchObject({ statusCode: 400, param });
  });

  it("lists its events in pages, the newest first, since a time", async () => {
    for (let index = 0; index < 5; index++) await sdk().customers.create({ email: `${index}@example.com` });
    const all = await sdk().events.list({ limit: 2 }).autoPagingToArray({ limit: 100 });
    expect(all.map(({ data }) => Reflect.get(data.object, "email"))).toEqual([4, 3, 2, 1, 0].map((n) => `${n}@example.com`));
    expect((await sdk().events.list({ created: { gte: Math.floor(Date.now() / 1000) + 60 } })).data).toEqual([]);
  });

  it("says on its pages that no money moves, and escapes typed text", async () => {
    const stripe = sdk();
    const customer = await stripe.customers.create({ email: "<script>alert(1)</script>" });
    const session = await stripe.checkout.sessions.create({
      mode: "subscription",
      customer: customer.id,
      line_items: [{ price: "price_standin_pro", quantity: 1 }],
      success_url: "http://127.0.0.1:9/",
    });
    const page = await (await fetch(session.url ?? "")).text();
    expect(page).toContain("No money moves");
    expect(page).not.toContain("<script>");
  });

  it("sells nothing twice", async () => {
    const { session } = await subscribe();
    const again = await fetch(`${standIn.url}/checkout/${session.id}`, {
      method: "POST",
      body: new URLSearchParams({ action: "pay" }),
    });
    expect(again.status).toBe(410);
    expect((await sdk().subscriptions.list({ status: "all" })).data).toHaveLength(1);
  });

  it("cancels at the end of the period, at once, and not a second time", async () => {
    const { subscription } = await subscribe();
    const ending = await sdk().subscriptions.update(subscription.id, { cancel_at_period_end: true });
    expect(ending).toMatchObject({
      status: "active",
      cancel_at_period_end: true,
      cancel_at: ending.items.data[0]?.current_period_end,
    });
    expect(await sdk().subscriptions.cancel(subscription.id)).toMatchObject({ status: "canceled" });
    await expect(sdk().subscriptions.cancel(subscription.id)).rejects.toMatchObject({ statusCode: 404 });
  });
});

/** Returns the status for a request whose target and Host header are sent exactly as given. */
async function statusOf(target: string, host = new URL(standIn.url).host): Promise<number | undefined> {
  const { hostname, port } = new URL(standIn.url);
  const headers = { host, authorization: `Bearer ${API_KEY}` };
  const asked = request({ hostname, port, path: target, headers, agent: false }).end();
  const [response] = await once(asked, "response");
  response.resume();
  return response.statusCode;
}

describe("the Stripe stand-in, used by others", () => {
  it.each([
    "rebind.evil.example",
    "rebind.evil.example:12111",
    "127.0.0.1.evil.example",
    "192.168.0.7",
    "a@127.0.0.1",
    "[",
    " ",
  ])("refuses the Host header %j, on its API and its pages", async (host) => {
    expect(await statusOf("/v1/customers", host)).toBe(421);
    expect(await statusOf("/checkout/cs_1", host)).toBe(421);
  });

  it.each(["localhost:12111", "127.0.0.1", "[::1]:80"])("accepts the Host header %j", async (host) => {
    expect(await statusOf("/v1/customers", host)).toBe(200);
  });

  it.each([
    "*",
    "//evil.example/v1/customers",
    "/\\evil.example/v1/customers",
    "http://[/v1/customers",
    "//[",
    "http://evil.example/",
  ])("answers 400 to the target %j", async (target) => expect(await statusOf(target)).toBe(400));

  it("answers 400 to an undecodable id, and continues", async () => {
    expect(await statusOf("/v1/customers/%ff")).toBe(400);
    expect(await statusOf("/v1/customers")).toBe(200);
  });

  it("answers 413 to a body of two megabytes", async () => {
    const answer = await fetch(`${standIn.url}/v1/customers`, { method: "POST", body: "a".repeat(2_000_000) });
    expect(answer.status).toBe(413);
  });
});
