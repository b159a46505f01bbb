import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createFolderStore } from "#prisma/pictures/folder-store.ts";
import { changeSignedInPictures } from "#prisma/queries/pictures/change-signed-in-pictures.ts";
import { removeSignIn, saveSignIn } from "#prisma/queries/sites/site-sign-in.ts";
import { QUEUES } from "#prisma/queue.ts";
import { type CrawlHarness, startCrawlHarness } from "#test/support/crawl-harness.ts";
import { requireBrowser } from "#test/support/require-browser.ts";
import { closeWhenIdle } from "#worker/browser/close-when-idle.ts";
import { type OpenBrowser, openBrowser } from "#worker/browser/open-browser.ts";
import { deleteDroppedPictures } from "#worker/jobs/delete-dropped-pictures.ts";
import { type PictureDependencies, takePictures } from "#worker/jobs/take-pictures.ts";

const page = (title: string, body: string) =>
  `<!doctype html><html lang="en"><head><title>${title}</title></head><body><h1>Our bakery</h1>${body}</body></html>`;
/** A site without scripts. The last page shows no mistake: its title has one. */
const PAGES = {
  "index.html": page("Home", '<p>You will recieve bread. <a href="two.html">Two</a> <a href="three.html">Three</a></p>'),
  "two.html": page("Two", "<p>We seperate the loaves, which we beleive is right.</p>"),
  "three.html": page("You will recieve loaves every day", "<p>We bake every day of the week.</p>"),
};

const never = new AbortController().signal;
let site: CrawlHarness;
let folder: string;
let drawer: OpenBrowser;
let dependencies: PictureDependencies;
/** The Authorization header without which the site answers 401; undefined: it is open. */
let needed: string | undefined;

beforeAll(async () => {
  site = await startCrawlHarness({ gate: (authorization) => needed === undefined || authorization === needed });
  for (const file of await readdir(site.folder)) await rm(join(site.folder, file));
  for (const [file, html] of Object.entries(PAGES)) await writeFile(join(site.folder, file), html);
  folder = await mkdtemp(join(tmpdir(), "pictures-"));
  const { db, secretKeys, log, tools } = site.dependencies;
  const executablePath = await requireBrowser();
  drawer = closeWhenIdle(
    await openBrowser({ executablePath, allowedPrivateHosts: ["127.0.0.1"], log, purpose: "draw" }),
    60_000,
  );
  const limits = { pages: 40, siteBytes: 100_000_000, allBytes: 100_000_000 };
  dependencies = { db, client: tools.client, drawer, store: createFolderStore(folder), secretKeys, limits, log };
  const id = await site.crawl();
  expect(await db.crawl.findUniqueOrThrow({ where: { id } })).toMatchObject({ failureMessage: null, state: "finished" });
}, 180_000);

afterAll(async () => {
  await drawer.close();
  await site.close();
  await rm(folder, { recursive: true });
});

const take = (limits: Partial<PictureDependencies["limits"]> = {}) =>
  takePictures({ ...dependencies, limits: { ...dependencies.limits, ...limits } }, site.siteId, never);
const pictures = () => dependencies.db.picture.findMany({ orderBy: { takenAt: "asc" }, include: { page: true } });
const files = async () => (await readdir(folder, { recursive: true })).filter((file) => file.endsWith(".webp"));
const requestsOf = async (act: () => Promise<unknown>) => {
  const before = site.server.requests.length;
  await act();
  return site.server.requests.slice(before);
};

describe("takePictures", () => {
  it("is sent for by the end of a crawl", async () => {
    const jobs = await site.dependencies.queue.findJobs(QUEUES.pictures, { data: { siteId: site.siteId } });
    expect(jobs).toHaveLength(1);
  });

  it("requests nothing where pictures are off, or behind a sign-in that the owner did not allow it for", async () => {
    const { db, secretKeys } = dependencies;
    expect(await requestsOf(() => take({ pages: 0 }))).toEqual([]);
    const signIn = { kind: "password", user: "ann", password: "secret" } as const;
    await saveSignIn({ db, keys: secretKeys, now: new Date() }, { ...site, signIn });
    expect(await requestsOf(take)).toEqual([]);
  });

  it("draws pages behind a sign-in with it, where the owner allows it, and no more pages than the budget", async () => {
    const { db } = dependencies;
    await changeSignedInPictures(db, { ...site, isOn: true });
    needed = `Basic ${Buffer.from("ann:secret").toString("base64")}`;
    await take({ pages: 1 });
    expect(await pictures()).toHaveLength(1);
    await take({ siteBytes: 1 });
    expect(await pictures()).toHaveLength(1);
    needed = undefined;
    await changeSignedInPictures(db, { ...site, isOn: false });
    expect(await pictures()).toEqual([]);
    await deleteDroppedPictures(dependencies);
    expect(await files()).toEqual([]);
    await removeSignIn(db, site);
  });

  it("keeps away from pages that robots.txt disallows now", async () => {
    await writeFile(join(site.folder, "robots.txt"), "User-agent: *\nDisallow: /\n");
    expect(new Set(await requestsOf(take))).toEqual(new Set(["/robots.txt"]));
    await rm(join(site.folder, "robots.txt"));
  });

  it("draws each page that shows an issue, once", async () => {
    await take();
    const taken = await pictures();
    expect(taken.map(({ page: { url } }) => new URL(url).pathname).sort()).toEqual(["/", "/two.html"]);
    expect(taken.map(({ marks }) => JSON.stringify(marks).split("occurrenceId").length - 1).sort()).toEqual([1, 2]);
    expect((await files()).length).toBe(taken.length);
    for (const { bytes, key, width, marks } of taken) {
      expect(width).toBe(1280);
      expect((await dependencies.store.get(key))?.bytes).toBe(bytes);
      expect(marks).toEqual(expect.arrayContaining([expect.objectContaining({ rects: expect.any(Array) })]));
    }
    expect(await requestsOf(take)).toEqual([]);
  });

  it("draws a changed page again and keeps the picture from before", async () => {
    const [first] = (await pictures()).filter(({ page: { url } }) => url.endsWith("/two.html"));
    if (!first) throw new Error("There is no picture.");
    await site.edit("two.html", "</body>", "<p>That is definately all.</p></body>");
    await site.crawl();
    await take();
    const ofPage = (await pictures()).filter(({ pageId }) => pageId === first.pageId);
    expect(ofPage).toHaveLength(2);
    expect(ofPage[0]?.key).toBe(first.key);
    expect(JSON.stringify(ofPage[1]?.marks).split("occurrenceId").length - 1).toBe(3);
  });

  it("loses its pictures in the store with the site", async () => {
    const { db } = dependencies;
    expect((await files()).length).toBeGreaterThan(0);
    await db.site.delete({ where: { id: site.siteId } });
    await deleteDroppedPictures(dependencies);
    expect(await files()).toEqual([]);
    expect(await db.droppedPicture.count()).toBe(0);
  });
});
