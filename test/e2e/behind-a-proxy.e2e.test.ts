import { once } from "node:events";
import { type IncomingHttpHeaders, type OutgoingHttpHeaders, request } from "node:http";
import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hashPassword } from "#app/_lib/password/password-hashing.ts";
import { METRICS_TOKEN, type RunningProduct, startProduct } from "#test/support/running-product.ts";
import { startSmtpServer, type TestSmtpServer } from "#test/support/servers/smtp-server.ts";
import { waitFor } from "#test/support/wait-for.ts";

const APP_URL = "https://flawless.example";
const OWN_HOST = { host: "flawless.example" };
const PASSWORD = "correct horse battery";
/** Headers that a visitor can forge and that a careless product trusts. */
const SMUGGLED: [string, OutgoingHttpHeaders][] = [
  ["X-Forwarded-Host", { ...OWN_HOST, "x-forwarded-host": "evil.example" }],
  ["X-Forwarded-Proto", { ...OWN_HOST, "x-forwarded-proto": "http" }],
  ["X-Forwarded-For", { ...OWN_HOST, "x-forwarded-for": "127.0.0.1", "x-real-ip": "127.0.0.1" }],
  ["Forwarded", { ...OWN_HOST, forwarded: "for=127.0.0.1;host=evil.example;proto=http" }],
  ["X-Original-URL", { ...OWN_HOST, "x-original-url": "//evil.example/", "x-rewrite-url": "//evil.example/" }],
  ["Host", { host: "evil.example" }],
  ["Host and X-Forwarded-Host", { host: "evil.example", "x-forwarded-host": "evil.example", "x-forwarded-proto": "http" }],
];

type Answer = { status: number; headers: IncomingHttpHeaders; body: string };

let product: RunningProduct;
let smtp: TestSmtpServer;

beforeAll(async () => {
  smtp = await startSmtpServer();
  product = await startProduct({ allowedPrivateHosts: [], smtpUrl: smtp.url, appUrl: APP_URL });
});
afterAll(async () => {
  await product?.stop();
  await smtp?.close();
});

/** Sends a request as a proxy does: over plain HTTP, with the given headers and an unchanged path. */
async function ask(
  path: string,
  options: { method?: string; headers?: OutgoingHttpHeaders; body?: string } = {},
): Promise<Answer> {
  const { method = "GET", headers = OWN_HOST, body } = options;
  const { hostname, port } = new URL(product.url);
  const asked = request({ hostname, port, path, method, headers, agent: false }).end(body);
  const [response] = await once(asked, "response");
  return { status: response.statusCode, headers: response.headers, body: await text(response) };
}

/** Submits a page's form as a browser without JavaScript does. */
async function submit(path: string, fields: Record<string, string>, headers: OutgoingHttpHeaders): Promise<Answer> {
  const page = await ask(path);
  const form = new Map(Object.entries(fields));
  for (const [input] of page.body.matchAll(/<input type="hidden"[^<>]{0,4000}>/g)) {
    const name = /name="([^"]*)"/.exec(input)?.[1];
    if (name) form.set(name, readAttribute(/value="([^"]*)"/.exec(input)?.[1] ?? ""));
  }
  const boundary = "a-boundary-of-the-test";
  const parts = [...form].map(
    ([name, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  const type = { "content-type": `multipart/form-data; boundary=${boundary}` };
  return ask(path, { method: "POST", headers: { ...headers, ...type }, body: `${parts.join("")}--${boundary}--\r\n` });
}

function readAttribute(html: string): string {
  return html.replaceAll("&quot;", '"').replaceAll("&#x27;", "'").replaceAll("&amp;", "&");
}

async function mailTo(address: string, subject: RegExp): Promise<string> {
  const find = () => smtp.received.find(({ to, mail }) => to.includes(address) && subject.test(mail.subject ?? ""));
  await waitFor(`a mail to ${address}`, async () => find() !== undefined);
  const mail = find()?.mail;
  return `${mail?.html ?? ""}\n${mail?.text ?? ""}`;
}

function expectOwnLinks(mail: string): void {
  const origins = [...mail.matchAll(/https?:\/\/[^/"'<>\s]{1,200}/g)].map(([origin]) => origin.toLowerCase());
  expect(origins).toContain(APP_URL);
  expect(origins.filter((origin) => origin.includes("evil") || origin.includes("127.0.0.1"))).toEqual([]);
  expect(mail).not.toContain("evil.example");
  expect(mail).not.toContain("http://flawless.example");
}

function expectOwnRedirect({ headers }: Answer): void {
  const { host } = new URL(headers.location ?? "/", APP_URL);
  expect([new URL(APP_URL).host, new URL(product.url).host]).toContain(host);
}

describe("the product behind an https address and a proxy", () => {
  it.each(SMUGGLED)("a forged %s changes no link in a mail, no redirect and no cookie", async (name, headers) => {
    const email = `${name.toLowerCase().replaceAll(" ", "-")}@harbour.example`;
    const signedUp = await submit("/sign-up", { email }, headers);
    expect(signedUp.status).toBe(303);
    expectOwnRedirect(signedUp);
    expectOwnLinks(await mailTo(email, /confirm/i));

    const hash = await hashPassword(PASSWORD);
    const credential = { id: email, accountId: email, providerId: "credential", password: hash };
    await product.database.db.user.create({
      data: { id: email, name: email, email, emailVerified: true, accounts: { create: credential } },
    });
    const asked = await submit("/forgot-password", { email }, headers);
    expect(asked.status).toBeLessThan(400);
    expectOwnRedirect(asked);
    expectOwnLinks(await mailTo(email, /password/i));

    const signedIn = await submit("/sign-in", { email, password: PASSWORD }, headers);
    expect(signedIn.status).toBe(303);
    expectOwnRedirect(signedIn);
    const cookies = signedIn.headers["set-cookie"] ?? [];
    const session = cookies.filter((cookie) => /session_token=[^;]/.test(cookie));
    expect(session).toHaveLength(1);
    for (const cookie of cookies) {
      expect(cookie).toMatch(/; Secure/i);
      expect(cookie).not.toMatch(/; Domain=/i);
    }
    for (const cookie of session) expect(cookie).toMatch(/^__Host-.*; HttpOnly/i);

    const stranger = await ask("/sites", { headers });
    expect(stranger.status).toBe(307);
    expectOwnRedirect(stranger);
    expect(stranger.headers.location).toContain("/sign-in");
  });

  it("requires https of browsers, on pages and on errors", async () => {
    const asset = /\/_next\/static\/[^"\\]{1,300}\.(?:js|css)/.exec((await ask("/sign-in")).body)?.[0] ?? "/no-asset";
    for (const path of ["/", "/sign-in", "/no-such-page", "/api/health", "/icon.svg", "/sites/%ff", asset]) {
      const { headers } = await ask(path);
      expect(headers["strict-transport-security"], path).toMatch(/max-age=\d{8,}; includeSubDomains/);
    }
  });
});

/** Sends bytes and returns all that comes back until the product closes the connection; fails if it stays open. */
async function sendRaw(bytes: string): Promise<string> {
  const { hostname, port } = new URL(product.url);
  const socket = connect(Number(port), hostname);
  // Guards against hanging only; the answer comes far sooner.
  socket.setTimeout(15_000, () => socket.destroy(new Error("The connection stays open.")));
  socket.write(bytes);
  return text(socket);
}

const SECOND = "GET /api/health HTTP/1.1\r\nHost: flawless.example\r\n\r\n";
const FIRST = "POST /api/health HTTP/1.1\r\nHost: flawless.example\r\n";

describe("a request that a proxy and the product might split differently", () => {
  it.each([
    ["both lengths", `${FIRST}Content-Length: 6\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n${SECOND}`],
    ["both lengths, the other way round", `${FIRST}Transfer-Encoding: chunked\r\nContent-Length: 6\r\n\r\n0\r\n\r\n${SECOND}`],
    ["two different Content-Lengths", `${FIRST}Content-Length: 0\r\nContent-Length: ${SECOND.length}\r\n\r\n${SECOND}`],
    ["a list of Content-Lengths", `${FIRST}Content-Length: 0, ${SECOND.length}\r\n\r\n${SECOND}`],
    ["a Content-Length with a sign", `${FIRST}Content-Length: +0\r\n\r\n${SECOND}`],
    ["an unknown Transfer-Encoding", `${FIRST}Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n${SECOND}`],
    ["lines that end with LF only", `${FIRST.replaceAll("\r\n", "\n")}Content-Length: 0\n\n${SECOND}`],
    ["a header line that ends with LF only", `${FIRST}X-One: 1\nContent-Length: 0\r\n\r\n${SECOND}`],
    ["a space before the colon", `${FIRST}Content-Length : 0\r\n\r\n${SECOND}`],
    ["a folded header", `${FIRST}X-One: 1\r\n Content-Length: 0\r\n\r\n${SECOND}`],
    ["a folded Transfer-Encoding", `${FIRST}Transfer-Encoding:\r\n chunked\r\n\r\n0\r\n\r\n${SECOND}`],
    ["a chunk size that is no number", `${FIRST}Transfer-Encoding: chunked\r\n\r\n0x0\r\n\r\n${SECOND}`],
    ["no Host", `GET /api/health HTTP/1.1\r\n\r\n${SECOND}`],
  ])("with %s is answered 400, once, and the connection is closed", async (_what, bytes) => {
    const answer = await sendRaw(bytes);
    expect(answer.match(/HTTP\/1\.1 \d{3}/g)).toEqual(["HTTP/1.1 400"]);
  });
});

describe("a request that does not decode", () => {
  it.each([
    "/%ff",
    "/sites/%ff",
    "/sites/%ff/settings",
    "/mailbox/%ff",
    "/mailbox/%ff/html",
    "/confirm/%ff",
    "/unsubscribe/%ff",
    "/api/unsubscribe/%ff",
    "/api/crawls/%ff/progress",
    "/sites/%c0%af",
    "/sites/%00",
    "/sites/%",
  ])("%s is answered 4xx, to GET and to POST", async (path) => {
    for (const method of ["GET", "POST"]) {
      const { status } = await ask(path, { method });
      expect(status, method).toBeGreaterThanOrEqual(400);
      expect(status, method).toBeLessThan(500);
    }
  });

  it.each(["/verify-email?token=%ff", "/reset-password?token=%ff", "/sign-in?next=%ff", "/api/auth/verify-email?token=%ff"])(
    "%s is no fault of the server",
    async (path) => expect((await ask(path)).status).toBeLessThan(500),
  );

  it.each(["t=,v1=", "t=1", "", "v1=", ",", "t=1,v1=zz", "a".repeat(10_000)])(
    "a webhook with the signature %.20s is answered 400",
    async (signature) => {
      const headers = { ...OWN_HOST, "stripe-signature": signature, "content-type": "application/json" };
      const { status } = await ask("/api/stripe/webhook", { method: "POST", headers, body: "{}" });
      expect(status).toBe(400);
    },
  );
});

describe("those who watch the product", () => {
  it("see from both processes that they are healthy and ready, and their metrics with the token only", async () => {
    await waitFor("the worker to be ready", async () => (await fetch(`${product.workerUrl}/readyz`).catch(() => null))?.ok);
    for (const url of [product.url, product.workerUrl]) {
      expect(await (await fetch(`${url}/healthz`)).json()).toEqual({ status: "ok" });
      expect(await (await fetch(`${url}/readyz`)).json()).toMatchObject({ status: "ready", reasons: [] });
      expect((await fetch(`${url}/metrics`)).status).toBe(401);
      const metrics = await (await fetch(`${url}/metrics`, { headers: { authorization: `Bearer ${METRICS_TOKEN}` } })).text();
      expect(metrics).toMatch(/^flawless_sites\{state="active"\} \d+$/m);
      expect(metrics).toMatch(/^flawless_queue_jobs\{queue="crawl"\} 0$/m);
      expect(metrics).toMatch(/^nodejs_eventloop_lag_p99_seconds \d/m);
    }
  });

  it("find one line a request in the log, with its id and without what is secret or personal", async () => {
    const id = "id-that-the-proxy-gave";
    const headers = { ...OWN_HOST, "x-request-id": id, "x-forwarded-for": "203.0.113.7" };
    const answer = await ask("/decide/s3cret-of-a-mail?email=anna@example.com", { headers });
    expect(answer.headers["x-request-id"]).toBe(id);
    const line = await waitFor("its line", () =>
      product.web
        .output("stdout")
        .split("\n")
        .find((one) => one.includes(id)),
    );
    expect(JSON.parse(line)).toMatchObject({ requestId: id, method: "GET", route: "/decide/[token]", status: answer.status });
    expect(product.web.output()).not.toMatch(/s3cret-of-a-mail|anna@example|203\.0\.113\.7/);
  });
});
