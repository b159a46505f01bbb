import { once } from "node:events";
import { type IncomingMessage, type OutgoingHttpHeaders, request } from "node:http";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ensureMember } from "#prisma/queries/teams/ensure-member.ts";
import { type RunningProduct, startProduct } from "#test/support/running-product.ts";
import { seedSite } from "#test/support/seed/seed-site.ts";
import { waitFor } from "#test/support/wait-for.ts";
import { teamOf } from "#worker/core/people/team-scope.ts";
import { closeVisitors, openVisitor, signUp } from "./visitor.ts";

const HOUR_MS = 3_600_000;
const STREAMS_OF_ONE = 6;

let product: RunningProduct;

beforeAll(async () => {
  product = await startProduct({ allowedPrivateHosts: [] });
});
afterAll(async () => {
  await closeVisitors();
  await product?.stop();
});

/** Requests a path exactly as written; fetch would normalize it. */
async function open(path: string, headers: OutgoingHttpHeaders = {}): Promise<IncomingMessage> {
  const { hostname, port } = new URL(product.url);
  const asked = request({ hostname, port, path, headers, agent: false }).end();
  const [response] = await once(asked, "response");
  return response;
}

async function ask(path: string, headers: OutgoingHttpHeaders = {}) {
  const response = await open(path, headers);
  return { status: response.statusCode ?? 0, headers: response.headers, body: await text(response) };
}

async function findAsset(): Promise<string> {
  const { body } = await ask("/sign-in");
  const asset = /\/_next\/static\/[^"\\]{1,300}\.(?:js|css)/.exec(body)?.[0];
  if (!asset) throw new Error("The page of signing in loads nothing.");
  return asset;
}

describe("the product on a local machine", () => {
  it.each(["evil.example", "rebind.evil.example:3000", "127.0.0.1.evil.example", "localhost.evil.example", "192.0.2.7"])(
    "refuses the foreign Host %j, which a DNS rebinding page could send",
    async (host) => {
      const paths = ["/", "/mailbox", "/mailbox?to=a", "/mailbox/1/html", "/sign-in", "/api/health", "/api/auth/get-session"];
      for (const path of paths) {
        const { status, body } = await ask(path, { host });
        expect([400, 421], path).toContain(status);
        expect(body.length, path).toBeLessThan(200);
      }
    },
  );

  it("accepts its own names with any port", async () => {
    for (const host of ["localhost", "127.0.0.1:8080", "[::1]:3000", "LOCALHOST:3000"])
      expect((await ask("/mailbox", { host })).status, host).toBe(200);
  });

  it("forbids type sniffing on every response", async () => {
    const paths = ["/", "/no-such-page", "/sites/%ff", "/mailbox/1/html", "/icon.svg", "/api/health", await findAsset()];
    for (const path of paths) expect((await ask(path)).headers["x-content-type-options"], path).toBe("nosniff");
    expect((await ask("/", { host: "evil.example" })).headers["x-content-type-options"]).toBe("nosniff");
  });

  it.each([
    "//evil.example",
    "//evil.example/",
    "//evil.example/%2e%2e",
    "///evil.example/..",
    "/\\evil.example/",
    "/%5cevil.example/",
    "/%2f%2fevil.example/",
    "/..//evil.example/",
    "/.//evil.example/",
    "/sign-in/..//evil.example/",
    "/_next/..//evil.example/",
    "/%09//evil.example/",
    "/api/unsubscribe/%2f%2fevil.example",
    "/api/unsubscribe/..%2f..%2f%2fevil.example",
    "/billing/return?session_id=//evil.example",
  ])("does not redirect to another host for the address %s", async (path) => {
    const { status, headers } = await ask(path);
    expect(status).toBeLessThan(500);
    const target = new URL(headers.location ?? "/", product.url);
    expect(new URL(product.url).host).toBe(target.host.replace("localhost", "127.0.0.1"));
  });
});

describe("progress streams", () => {
  it("are limited per person, share their queries, and free their slots when the visitor leaves", async () => {
    const ann = await openVisitor(product.url, "ann");
    await signUp(ann);
    const cookie = (await ann.page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
    await ann.page.context().close();
    const { db } = product.database;
    const user = await db.user.findFirstOrThrow({ where: { email: ann.email } });
    const { teamId } = await db.member.findFirstOrThrow({ where: { userId: user.id } });
    const { siteId } = await seedSite(db, { teamId, userId: user.id, email: ann.email, now: new Date() });
    const leaseUntil = new Date(Date.now() + HOUR_MS);
    const crawl = await db.crawl.create({ data: { siteId, reason: "requested", state: "running", attempts: 1, leaseUntil } });

    const path = `/api/crawls/${crawl.id}/progress`;
    const streams: IncomingMessage[] = [];
    for (let count = 0; count < 20; count += 1) streams.push(await open(path, { cookie }));
    const opened = streams.filter(({ statusCode }) => statusCode === 200);
    expect(opened).toHaveLength(STREAMS_OF_ONE);
    expect(streams.filter(({ statusCode }) => statusCode === 429)).toHaveLength(20 - STREAMS_OF_ONE);
    const asJson = await ask(path, { cookie, accept: "application/json" });
    expect(JSON.parse(asJson.body)).toMatchObject({ state: "running" });

    for (const stream of streams) stream.destroy();
    await waitFor("a place that was given back", async () => {
      const again = await open(path, { cookie });
      again.destroy();
      return again.statusCode === 200;
    });
  });
});

describe("the page that asks a stranger to confirm", () => {
  it("contains no text of a user until the stranger has confirmed", async () => {
    const { db } = product.database;
    const data = { id: "eve", name: "eve", email: "eve@evil.example", emailVerified: true };
    const { id: userId, email } = await db.user.create({ data });
    const member = await ensureMember(db, userId);
    if (!member) throw new Error("The user has no team.");
    const teamId = teamOf(member.teamId);
    const name = "You have won! Claim at https://evil.example/win";
    const { siteId } = await seedSite(db, { teamId, userId, email, now: new Date(), name });
    const token = "a-token-of-the-test";
    await db.recipient.create({ data: { siteId, email: "stranger@harbour.example", token } });
    const question = await ask(`/confirm/${token}`);
    expect(question.status).toBe(200);
    expect(question.body).toContain("example.com");
    expect(question.body).not.toMatch(/You have won|evil\.example/);
    await db.recipient.update({ where: { token }, data: { confirmedAt: new Date() } });
    expect((await ask(`/confirm/${token}`)).body).toContain("You have won");
  });
});
