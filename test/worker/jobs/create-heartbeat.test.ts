import { createServer } from "node:http";
import { Writable } from "node:stream";
import { pino } from "pino";
import { afterEach, beforeEach, expect, it } from "vitest";
import { createHeartbeat } from "#worker/jobs/create-heartbeat.ts";

const lines: string[] = [];
const log = pino(
  new Writable({
    write(chunk, _, done) {
      lines.push(String(chunk));
      done();
    },
  }),
);
let status = 200;
let pings: (string | undefined)[] = [];
const server = createServer((request, response) => {
  pings.push(request.url);
  response.writeHead(status).end();
});
let url = "";
beforeEach(async () => {
  [status, pings] = [200, []];
  lines.splice(0);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (typeof address === "object" && address) url = `http://127.0.0.1:${address.port}/ping/s3cret`;
});
afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

it("pings once a minute, however often it is called", async () => {
  let time = 0;
  const heartbeat = createHeartbeat(url, { log, now: () => time });
  for (time = 0; time < 150_000; time += 20_000) await heartbeat();
  expect(pings).toEqual(["/ping/s3cret", "/ping/s3cret", "/ping/s3cret"]);
  expect(lines).toEqual([]);
});

it("logs a failure without the address, does not throw, and tries again at the next sweep", async () => {
  status = 503;
  const heartbeat = createHeartbeat(url, { log, now: () => 0 });
  await heartbeat();
  status = 200;
  await heartbeat();
  await heartbeat();
  expect(pings).toHaveLength(2);
  await createHeartbeat("http://127.0.0.1:9/ping/s3cret", { log })();
  expect(lines.map((line) => JSON.parse(line).reason)).toEqual(["it answered with status 503", "no connection"]);
  expect(lines.join("")).not.toContain("s3cret");
});

it("does nothing without an address", async () => {
  await createHeartbeat(undefined, { log })();
  expect(lines).toEqual([]);
});
