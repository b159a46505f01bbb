import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "#prisma/client.ts";
import { createFolderStore } from "#prisma/pictures/folder-store.ts";
import { changeReportBrand } from "#prisma/queries/report-brand/change-report-brand.ts";
import { findReportFileKey } from "#prisma/queries/report-files/find-report-file-key.ts";
import { findReportFiles } from "#prisma/queries/report-files/find-report-files.ts";
import { forgetReportFiles } from "#prisma/queries/report-files/record-report-file.ts";
import { requestReportFile } from "#prisma/queries/report-files/request-report-file.ts";
import { createQueue, QUEUES, type Queue } from "#prisma/queue.ts";
import { createTestDatabase, type TestDatabase } from "#test/support/database.ts";
import { requireBrowser } from "#test/support/require-browser.ts";
import { seedSite } from "#test/support/seed/seed-site.ts";
import { seedTeam } from "#test/support/seed/seed-team.ts";
import { startSiteServer } from "#test/worker/browser/site-server.ts";
import { type OpenBrowser, openBrowser } from "#worker/browser/open-browser.ts";
import { printHtml } from "#worker/browser/print-html.ts";
import { deleteDroppedPictures } from "#worker/jobs/delete-dropped-pictures.ts";
import { drawReport } from "#worker/jobs/draw-report.ts";

const HOUR_MS = 3_600_000;
const log = pino({ level: "silent" });
/** One red pixel. */
const LOGO = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==",
  "base64",
);
let database: TestDatabase;
let db: Database;
let queue: Queue;
let printer: OpenBrowser;
let folder: string;
let site: { teamId: string; siteId: string };

beforeAll(async () => {
  database = await createTestDatabase();
  db = database.db;
  queue = await createQueue(database.url, (error) => log.warn(error));
  folder = await mkdtemp(join(tmpdir(), "reports-"));
  printer = await openBrowser({
    executablePath: await requireBrowser(),
    allowedPrivateHosts: ["127.0.0.1"],
    log,
    purpose: "draw",
  });
  const team = await seedTeam(db, { email: "owner@harbour.example" });
  const { siteId } = await seedSite(db, { ...team, now: new Date() });
  site = { teamId: team.teamId, siteId };
  await changeReportBrand(db, {
    teamId: team.teamId,
    name: "Studio North",
    logo: { bytes: new Uint8Array(LOGO), type: "image/png" },
  });
});

afterAll(async () => {
  await printer.close();
  await queue.stop({ graceful: false });
  await database.drop();
  await rm(folder, { recursive: true });
});

const request = (now = new Date()) => requestReportFile({ db, queue, now }, site);
const draw = (id: string, change: { printer?: null } = {}) =>
  drawReport({ db, printer, store: createFolderStore(folder), log, ...change }, id);
const files = async () => (await readdir(folder, { recursive: true })).filter((file) => file.endsWith(".pdf"));
const keyOf = (fileId: string, change: object = {}) => findReportFileKey(db, { ...site, fileId, now: new Date(), ...change });

describe("a report as PDF", () => {
  it("is requested once until it is drawn, and its job names it", async () => {
    const [one, other] = [await request(), await request()];
    expect(other).toEqual(one);
    expect(await queue.findJobs(QUEUES.report, { data: { reportFileId: one.id } })).toHaveLength(1);
    expect(await findReportFiles(db, { ...site, now: new Date() })).toMatchObject([
      { id: one.id, state: "queued", bytes: null },
    ]);
    expect(await keyOf(one.id)).toBeNull();
  });

  it("is drawn on A4, stored, and found by its own team until it expires", async () => {
    const { id } = await request();
    await draw(id);
    const [file] = await findReportFiles(db, { ...site, now: new Date() });
    expect(file).toMatchObject({ id, state: "ready", issues: 10 });
    const found = await keyOf(id);
    const stored = await createFolderStore(folder).get(found?.key ?? "");
    const pdf = stored && (await buffer(stored.stream)).toString("latin1");
    expect(pdf?.length).toBe(file?.bytes);
    expect(pdf?.startsWith("%PDF-")).toBe(true);
    expect(pdf).toMatch(/\/MediaBox \[0 0 59[45][.\d]* 84[12][.\d]*\]/);
    expect(pdf).toContain("/Subtype /Image");
    const stranger = await seedTeam(db, { email: "stranger@elsewhere.example" });
    expect(await keyOf(id, { teamId: stranger.teamId })).toBeNull();
    expect(await findReportFiles(db, { ...site, teamId: stranger.teamId, now: new Date() })).toEqual([]);
    await expect(requestReportFile({ db, queue, now: new Date() }, { ...site, teamId: stranger.teamId })).rejects.toMatchObject(
      {
        code: "not-found",
      },
    );
    expect(await keyOf(id, { now: new Date(Date.now() + 8 * 24 * HOUR_MS) })).toBeNull();
  });

  it("leaves the store when it expires or its site is deleted", async () => {
    expect(await files()).toHaveLength(1);
    expect(await forgetReportFiles(db, new Date(Date.now() + 8 * 24 * HOUR_MS))).toBe(1);
    await deleteDroppedPictures({ db, store: createFolderStore(folder), log });
    expect(await files()).toEqual([]);
  });

  it("says that it failed where there is no browser, or its worker was lost, and can be made again", async () => {
    const { id } = await request();
    await draw(id, { printer: null });
    expect(await findReportFiles(db, { ...site, now: new Date() })).toMatchObject([{ id, state: "failed" }]);
    const lost = await request();
    await db.reportFile.update({
      where: { id: lost.id },
      data: { state: "drawing", requestedAt: new Date(Date.now() - HOUR_MS / 2) },
    });
    expect((await findReportFiles(db, { ...site, now: new Date() })).map(({ state }) => state)).toEqual(["failed", "failed"]);
    expect((await request()).id).not.toBe(lost.id);
  });

  it("is made at most ten times an hour", async () => {
    await db.reportFile.deleteMany();
    for (let made = 0; made < 10; made += 1) await draw((await request()).id, { printer: null });
    await expect(request()).rejects.toMatchObject({ code: "unavailable" });
    await db.reportFile.deleteMany();
  });

  it("is dropped with its site while it is being drawn", async () => {
    const { id } = await request();
    await db.reportFile.update({ where: { id }, data: { state: "drawing", key: `${"a".repeat(32)}.pdf` } });
    await db.site.delete({ where: { id: site.siteId } });
    expect(await db.droppedPicture.findUnique({ where: { key: `${"a".repeat(32)}.pdf` } })).not.toBeNull();
    await draw(id);
    expect(await files()).toEqual([]);
  });
});

describe("printHtml", () => {
  it("runs no script and requests nothing, even from a host that the crawler may visit", async () => {
    const server = await startSiteServer();
    let requests = 0;
    server.on("/seen", (_request, response) => {
      requests += 1;
      response.writeHead(200, { "content-type": "text/css" }).end("");
    });
    const seen = `${server.url}/seen`;
    const html = `<link rel="stylesheet" href="${seen}"><img src="${seen}"><iframe src="${seen}"></iframe><meta http-equiv="refresh" content="0;url=${seen}">
      <script>document.body.innerHTML = "<p>".repeat(100_000); fetch("${seen}");</script><p style="background: url(${seen})">One page.</p>`;
    const pdf = Buffer.from(await printHtml(printer, html)).toString("latin1");
    await server.close();
    expect(requests).toBe(0);
    expect(pdf.match(/\/Type \/Page\b(?!s)/g)).toHaveLength(1);
  });
});
