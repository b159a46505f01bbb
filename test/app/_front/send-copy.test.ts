import { createServer, type Server } from "node:http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makePageCopy } from "#app/_front/page-copy.ts";
import { sendCopy } from "#app/_front/send-copy.ts";

const TEXT = "<p>Hello there, hello there, hello there.</p>";
let server: Server;
let url: string;
let etag: string;

beforeAll(async () => {
  const copy = await makePageCopy(new Response(TEXT, { headers: { "content-type": "text/plain" } }), null);
  etag = copy.etag;
  server = createServer((request, response) => sendCopy(request, response, copy));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  url = typeof address === "object" && address ? `http://127.0.0.1:${address.port}/` : "";
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

describe("sendCopy", () => {
  it.each([
    ["br, gzip", "br"],
    ["gzip, deflate", "gzip"],
    ["br;q=0, GZIP;q=0.5", "gzip"],
    ["identity", null],
    ["", null],
  ])("chooses an encoding for “%s”", async (accepted, encoding) => {
    const answer = await fetch(url, { headers: { "accept-encoding": accepted } });
    expect(answer.headers.get("content-encoding")).toBe(encoding);
    expect(await answer.text()).toBe(TEXT);
  });

  it("answers 304 to a visitor who has this page", async () => {
    for (const known of [etag, `"other", ${etag}`, etag.replace("W/", ""), "*"]) {
      const answer = await fetch(url, { headers: { "if-none-match": known } });
      expect([answer.status, answer.headers.get("etag")], known).toEqual([304, etag]);
    }
    expect((await fetch(url, { headers: { "if-none-match": '"other"' } })).status).toBe(200);
  });

  it("sends no body to HEAD", async () => {
    const answer = await fetch(url, { method: "HEAD", headers: { "accept-encoding": "identity" } });
    expect(answer.headers.get("content-length")).toBe(String(TEXT.length));
    expect(await answer.text()).toBe("");
  });
});
