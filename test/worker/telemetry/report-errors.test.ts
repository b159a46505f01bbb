import { createServer } from "node:http";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, expect, it } from "vitest";
import { waitFor } from "#test/support/wait-for.ts";
import { log } from "#worker/log.ts";
import { inLogContext } from "#worker/telemetry/log-context.ts";
import { reportErrors } from "#worker/telemetry/report-errors.ts";

type Received = { path: string; type: string | undefined; body: string };

const received: Received[] = [];
const server = createServer(async (request, response) => {
  received.push({ path: request.url ?? "", type: request.headers["content-type"], body: await text(request) });
  response.end("{}");
});
let dsn = "";
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (typeof address === "object" && address) dsn = `http://thekey@127.0.0.1:${address.port}/42`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

function sendBroken(): never {
  throw new RangeError(
    "550 <anna@example.com> refused https://bakery.example/a?token=1: “Dear Anna, we found 3 mistakes”\nDear Anna",
    {
      cause: new Error("read ECONNRESET 203.0.113.9"),
    },
  );
}

it("sends each logged error to the server as an envelope, scrubbed, with ids", async () => {
  const flush = reportErrors(dsn, "worker");
  const ids = {
    requestId: "req-12345678",
    queue: "delivery",
    jobId: "job-1",
    crawlId: "crawl-1",
    teamId: "team-1",
    siteId: "site-1",
  };
  for (let times = 0; times < 3; times++)
    inLogContext({ ...ids }, () => {
      try {
        sendBroken();
      } catch (error) {
        log.error({ err: error, email: "anna@example.com" }, "delivery broke off: it is tried again");
      }
    });
  log.warn({ err: new Error("only a warning") }, "not reported");
  log.error({ reason: "no error object" }, "not reported");
  await flush();
  const [report, ...others] = await waitFor("the report", () => received.length > 0 && received);
  // The same error within a minute says nothing new.
  expect(others).toEqual([]);
  expect(report?.path).toMatch(/^\/api\/42\/envelope\/\?.*sentry_key=thekey/);
  expect(report?.type).toBe("application/x-sentry-envelope");
  const [, header, body] = (report?.body ?? "").split("\n");
  expect(JSON.parse(header ?? "")).toMatchObject({ type: "event" });
  const event = JSON.parse(body ?? "");
  expect(event).toMatchObject({
    level: "error",
    transaction: "delivery",
    tags: { process: "worker", queue: "delivery", requestId: "req-12345678", jobId: "job-1", crawlId: "crawl-1" },
    extra: { doing: "delivery broke off: it is tried again" },
    exception: {
      values: [
        { type: "Error", value: "read ECONNRESET [ip]" },
        { type: "RangeError", value: "550 <[address]> refused [url] [text]" },
      ],
    },
  });
  const frames: { function?: string; filename: string }[] = event.exception.values[1].stacktrace.frames;
  expect(frames.at(-1)).toMatchObject({
    function: "sendBroken",
    filename: "app:///test/worker/telemetry/report-errors.test.ts",
  });
  expect(report?.body).not.toMatch(/anna|Anna|bakery|203\.0|team-1|site-1|mistakes/);
  expect(report?.body).not.toContain(process.cwd());
});

it("does not log an error about its own failure, which would go round in circles", async () => {
  const flush = reportErrors("http://thekey@127.0.0.1:9/42", "web");
  log.error({ err: new Error("lost on its way") }, "a test");
  await flush();
  expect(received).toHaveLength(1);
});

it("does nothing without a DSN", async () => {
  await expect(reportErrors(undefined, "web")()).resolves.toBeUndefined();
});
