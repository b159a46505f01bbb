import { describe, expect, it } from "vitest";
import { startRawServer } from "#test/support/servers/raw-server.ts";
import { createHttpClient } from "#worker/http/client/http-client.ts";
import { createAnswerCache } from "#worker/http/links/answer-cache.ts";
import { createLinkChecker } from "#worker/http/links/check-links.ts";

const NEVER = new AbortController().signal;

describe("a server that refuses HEAD and requests for a part of a file", () => {
  it.each([400, 412, 500, 501])("is asked for the whole file: %i", async (status) => {
    await using server = await startRawServer(({ method, headers }) => {
      const isFine = method === "GET" && headers.range === undefined;
      const line = isFine ? "200 OK" : `${status} No`;
      return `HTTP/1.1 ${line}\r\nContent-Type: application/pdf\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`;
    });
    const client = createHttpClient({ userAgent: "Test", allowedPrivateHosts: ["127.0.0.1"] });
    const check = createLinkChecker(client, { pauseMs: 1, cache: createAnswerCache() });
    const verdicts = await Array.fromAsync(check([`${server.url}/menu.pdf`], NEVER, undefined, () => null));
    expect(verdicts.map(({ state }) => state)).toEqual(["ok"]);
    const asked = server.requests.map(({ method, headers }) => (headers.range ? `${method} part` : method));
    expect(asked).toEqual(["HEAD", "GET part", "GET"]);
    await client.close();
  });
});
