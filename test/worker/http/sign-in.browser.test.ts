import type { IncomingMessage } from "node:http";
import { join } from "node:path";
import { pino } from "pino";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type SiteServer, serveSite } from "#test/support/servers/site-server.ts";
import { parseArguments } from "#worker/cli/arguments.ts";
import { openCheck } from "#worker/cli/open-check.ts";

const FOLDER = join(import.meta.dirname, "..", "..", "fixtures", "sites", "behind-a-sign-in");
const SECRET = "tr0ub4dor";
const KINDS = [
  ["--auth", `gate:${SECRET}`, "authorization", `Basic ${btoa(`gate:${SECRET}`)}`],
  ["--header", `X-Gate: ${SECRET}`, "x-gate", SECRET],
  ["--cookie", `gate=${SECRET}`, "cookie", `gate=${SECRET}`],
] as const;

/** A site that opens to who has the sign-in, and another host that it leads to in every way. */
describe("pages behind a sign-in", () => {
  let other: SiteServer;
  let site: SiteServer;
  let elsewhere: { path: string; headers: IncomingMessage["headers"] }[];
  let own: { path: string; isSignedIn: boolean }[];
  let wanted: { name: string; value: string };
  beforeEach(async () => {
    elsewhere = [];
    own = [];
    other = await serveSite(FOLDER, {
      intercept: ({ url = "", headers }, response) => {
        elsewhere.push({ path: url, headers });
        response.writeHead(200, { "content-type": url.endsWith(".js") ? "text/javascript" : "text/html" }).end("");
        return true;
      },
    });
    site = await serveSite(FOLDER, {
      intercept: ({ url = "", headers }, response) => {
        const isSignedIn = String(headers[wanted.name] ?? "").includes(wanted.value);
        own.push({ path: url, isSignedIn });
        if (!isSignedIn) response.writeHead(401).end();
        else if (url === "/robots.txt") response.end(`Sitemap: ${site.url}/map.xml\n`);
        else if (url === "/away") response.writeHead(302, { location: `${other.url}/away.js` }).end();
        else return false;
        return true;
      },
    });
  });
  afterEach(async () => {
    await Promise.all([site?.close(), other?.close()]);
  });

  const check = async (...args: string[]) => {
    const logged: string[] = [];
    const home = `${site.url}/`;
    const open = await openCheck([home], parseArguments([home, "--allow-private", ...args]), {
      appUrl: "https://flawless.example",
      configuredBrowser: process.env.CHROMIUM_PATH,
      log: pino({ level: "trace" }, { write: (line) => void logged.push(line) }),
      signal: new AbortController().signal,
      onProgress: () => undefined,
    });
    const result = await open.check(home).finally(open.close);
    return { ...result, logged };
  };

  it.each(KINDS)(
    "are read with %s %s, by HTTP, in the browser and for links; nobody else gets to see it",
    async (option, typed, name, value) => {
      wanted = { name, value };
      const { report, notChecked, failure, logged } = await check(option, typed);
      expect(failure).toBeNull();
      expect(report.pages.map(({ url, rendered }) => [url.slice(site.url.length), rendered])).toEqual([
        ["/", "browser"],
        ["/plots.html", "http"],
      ]);
      expect(notChecked).toContainEqual(expect.objectContaining({ code: "acts", count: 1, example: `${site.url}/logout` }));
      expect(own.map(({ path }) => path)).not.toContain("/logout");
      expect(own.filter(({ isSignedIn }) => !isSignedIn)).toEqual([]);
      expect(own.map(({ path }) => path)).toEqual(
        expect.arrayContaining(["/robots.txt", "/map.xml", "/notice.js", "/notice.json", "/away", "/protected.pdf"]),
      );
      expect(elsewhere.length).toBeGreaterThan(1);
      const leaks = [value, SECRET, btoa(SECRET)].filter((secret) =>
        JSON.stringify([elsewhere, report, notChecked, logged]).includes(secret),
      );
      expect(leaks).toEqual([]);
    },
  );

  it("are not read with a wrong sign-in, which is said without repeating it", async () => {
    wanted = { name: "authorization", value: "Basic right" };
    const { report, failure } = await check("--auth", `gate:${SECRET}`, "--no-browser");
    expect(failure?.message).toContain("asks visitors to sign in");
    expect(JSON.stringify([report, failure])).not.toContain(SECRET);
  });
});
