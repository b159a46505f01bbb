import { once } from "node:events";
import { createServer, type Server } from "node:http";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createOtherBuildFiles } from "#app/_front/other-build-files.ts";

const OLD = "/_next/static/chunks/old.js";
const stored = new Map([
  [OLD, Buffer.from("old()")],
  ["/_next/static/media/a.woff2", Buffer.from("font")],
  ["/_next/static/chunks/page.html", Buffer.from("<script>")],
]);

let server: Server;
let asked: string[];
let origin: string;

beforeEach(async () => {
  asked = [];
  const answer = createOtherBuildFiles({
    own: new Set(["/_next/static/chunks/own.js"]),
    find: async (path) => {
      asked.push(path);
      return stored.get(path) ?? null;
    },
  });
  server = createServer(async (request, response) => {
    if (!(await answer(request, response))) response.writeHead(404).end("next");
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  const address = server.address();
  origin = typeof address === "object" && address ? `http://127.0.0.1:${address.port}` : "";
});

afterEach(() => server.close());

describe("createOtherBuildFiles", () => {
  it("serves a file of another version, for long, in its type", async () => {
    const answer = await fetch(`${origin}${OLD}?dpl=1`);
    expect([answer.status, await answer.text()]).toEqual([200, "old()"]);
    expect(answer.headers.get("content-type")).toMatch(/^application\/javascript/);
    expect(answer.headers.get("cache-control")).toContain("immutable");
    expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
    const font = await fetch(`${origin}/_next/static/media/a.woff2`, { method: "HEAD" });
    expect([font.status, font.headers.get("content-type"), font.headers.get("content-length")]).toEqual([
      200,
      "font/woff2",
      "4",
    ]);
  });

  it("looks up an unknown file once", async () => {
    for (const _ of [1, 2, 3]) expect((await fetch(`${origin}/_next/static/chunks/none.js`)).status).toBe(404);
    expect(asked).toHaveLength(1);
  });

  it.each([
    ["its own file", "/_next/static/chunks/own.js", "GET"],
    ["a page", "/pricing", "GET"],
    ["a type that no build serves", "/_next/static/chunks/page.html", "GET"],
    ["another method", OLD, "POST"],
    ["a path with odd characters", "/_next/static/chunks/%00.js", "GET"],
    ["a path without end", `/_next/static/${"a".repeat(400)}.js`, "GET"],
  ])("leaves %s to Next without a query", async (_what, path, method) => {
    expect((await fetch(`${origin}${path}`, { method })).status).toBe(404);
    expect(asked).toEqual([]);
  });
});
