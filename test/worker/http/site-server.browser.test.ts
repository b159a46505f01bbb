import { mkdtemp, rm, utimes, writeFile } from "node:fs/promises";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type SiteServer, serveSite } from "#test/support/servers/site-server.ts";

/** The server that other tests crawl answers as a plain web server does. */
describe("serveSite", () => {
  let folder: string;
  let site: SiteServer;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "site-"));
    await writeFile(join(folder, "index.html"), "<p>Home</p>");
    site = await serveSite(folder);
  });
  afterAll(async () => {
    await site?.close();
    await rm(folder, { recursive: true, force: true });
  });

  it("answers a folder with its index, and what is missing with a 404 page", async () => {
    const home = await fetch(site.url);
    expect([home.status, home.headers.get("content-type"), await home.text()]).toEqual([
      200,
      "text/html; charset=utf-8",
      "<p>Home</p>",
    ]);
    const missing = await fetch(`${site.url}/missing.html?x=1`);
    expect([missing.status, missing.headers.get("content-type")]).toEqual([404, "text/html; charset=utf-8"]);
    expect(site.requests).toEqual(["/", "/missing.html?x=1"]);
  });

  it("says that nothing changed, by either validator, until something does", async () => {
    const path = join(folder, "news.html");
    await writeFile(path, "<p>Old</p>");
    const { headers } = await fetch(`${site.url}/news.html`);
    const ask = async (conditions: Record<string, string>) =>
      (await fetch(`${site.url}/news.html`, { headers: conditions })).status;
    const byTag = { "if-none-match": headers.get("etag") ?? "" };
    const byDate = { "if-modified-since": headers.get("last-modified") ?? "" };
    expect([await ask(byTag), await ask(byDate)]).toEqual([304, 304]);
    await writeFile(path, "<p>New</p>");
    await utimes(path, new Date(), new Date(Date.now() + 5000));
    expect([await ask(byTag), await ask(byDate), await ask({ ...byTag, ...byDate })]).toEqual([200, 200, 200]);
  });

  it("leaves its folder for nobody", async () => {
    for (const path of ["/../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "/..%2f..%2fetc/passwd", "/%00", "/%zz"])
      expect([path, await statusOfRaw(site.url, path)]).toEqual([path, 404]);
  });
});

/** Requests a path unchanged; `fetch` would normalise it. */
function statusOfRaw(url: string, path: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    request(url, { path }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .once("error", reject)
      .end();
  });
}
