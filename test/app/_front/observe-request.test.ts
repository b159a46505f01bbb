import { createServer, type ServerResponse } from "node:http";
import { Writable } from "node:stream";
import { pino } from "pino";
import { afterAll, beforeAll, expect, it } from "vitest";
import { observeRequest } from "#app/_front/observe-request.ts";
import { makeFindPattern } from "#app/_front/route-pattern.ts";
import { waitFor } from "#test/support/wait-for.ts";
import { noteInLog } from "#worker/telemetry/log-context.ts";
import { registry } from "#worker/telemetry/registry.ts";

const lines: string[] = [];
const log = pino(
  new Writable({
    write(chunk, _, done) {
      lines.push(String(chunk));
      done();
    },
  }),
);
const findPattern = makeFindPattern(["/decide/[token]"]);
let answer: (response: ServerResponse) => void = (response) => response.end("fine");
const server = createServer((request, response) =>
  observeRequest({ request, response }, { findPattern, log }, () => answer(response)),
);
let url = "";
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (typeof address === "object" && address) url = `http://127.0.0.1:${address.port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

async function lineOf(id: string | null): Promise<Record<string, unknown>> {
  const line = await waitFor("its line in the log", () => lines.find((one) => one.includes(String(id))));
  return JSON.parse(line);
}

it("writes one line for a request, with pattern and ids and without the address", async () => {
  answer = (response) => {
    noteInLog({ teamId: "the-team" });
    response.writeHead(404).end();
  };
  const given = "request-of-the-proxy";
  const response = await fetch(`${url}/decide/s3cret?email=anna@example.com`, {
    headers: { "x-request-id": given, "user-agent": "Anna's", cookie: "a=b" },
  });
  expect(response.headers.get("x-request-id")).toBe(given);
  const line = await lineOf(given);
  expect(line).toMatchObject({ method: "GET", route: "/decide/[token]", status: 404, requestId: given, teamId: "the-team" });
  expect(line.ms).toEqual(expect.any(Number));
  expect(lines.join("")).not.toMatch(/s3cret|anna|Anna|a=b|127\.0\.0\.1/);
  expect(lines).toHaveLength(1);
  expect(await registry.metrics()).toContain(
    'flawless_http_request_duration_seconds_count{method="GET",route="/decide/[token]",status="4xx"} 1',
  );
});

it.each(["short", "has space in it", "x".repeat(65), "<script>alert(1)</script>", '","level":60'])(
  "replaces an id that is none: %j",
  async (given) => {
    answer = (response) => response.end("fine");
    const response = await fetch(url, { headers: { "x-request-id": given } });
    const id = response.headers.get("x-request-id");
    expect(id).toMatch(/^[0-9a-f-]{36}$/);
    expect(await lineOf(id)).toMatchObject({ requestId: id, route: "(other)", status: 200 });
  },
);

it("says that a visitor left before the whole answer", async () => {
  const leaving = new AbortController();
  answer = (response) => {
    response.write("a part");
    leaving.abort();
  };
  const id = "request-that-breaks-off";
  await fetch(url, { headers: { "x-request-id": id }, signal: leaving.signal }).then(
    (response) => response.text().catch(() => ""),
    () => "",
  );
  expect(await lineOf(id)).toMatchObject({ brokenOff: true });
});
