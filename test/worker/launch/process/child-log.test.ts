import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createNews, openChildLog, readForPerson } from "#worker/launch/process/child-log.ts";

/** Starting processes takes long on a busy machine. */
const PATIENT = { timeout: 20_000 };

const entry = (level: number, rest: object) => JSON.stringify({ level, ...rest });

describe("readForPerson", () => {
  it.each([
    [entry(30, { msg: "crawl finished" }), "output", null],
    [entry(40, { msg: "sent late" }), "output", "sent late"],
    [entry(50, { msg: "mail failed", err: { message: "refused" } }), "output", "mail failed: refused"],
    ["✓ Ready in 0.3 s", "output", null],
    ["Error: no such file", "error", "Error: no such file"],
    ["  ", "error", null],
  ] as const)("%s on standard %s: %j", (line, kind, shown) => {
    expect(readForPerson(line, kind)).toBe(shown);
  });

  it("says a Prisma fault in one line, without the call", () => {
    const message = "\nInvalid `prisma.$queryRaw()` invocation:\n\n\nRaw query failed. Message: `Can't reach database server`";
    expect(readForPerson(entry(50, { msg: "no database", err: { message } }), "output")).toBe(
      "no database: Raw query failed. Message: `Can't reach database server`",
    );
  });
});

describe("createNews", () => {
  it("lets the same line through once a minute, whichever job or worker it names", () => {
    let now = 0;
    const isNews = createNews(() => now);
    expect(isNews("lost (Worker: b0810d4e-6072-41cd-9030-98ac16e1a8be)")).toBe(true);
    expect(isNews("lost (Worker: 4b04e01b-6f7e-41a5-922d-18c1fef7dc0c)")).toBe(false);
    expect(isNews("something else")).toBe(true);
    now = 60_000;
    expect(isNews("lost (Worker: 4b04e01b-6f7e-41a5-922d-18c1fef7dc0c)")).toBe(true);
  });
});

describe("openChildLog", () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "flawless-log-"));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it("writes everything down, shows what matters, and keeps the log of the run before", async () => {
    const shown: string[] = [];
    const write = async (line: string) => {
      const stream = new PassThrough();
      const log = await openChildLog("web", (text) => shown.push(text), folder);
      log.take(stream, "error");
      stream.end(`${line}\n${entry(30, { msg: "quiet" })}\n`);
      await expect.poll(() => readFile(log.path, "utf8"), PATIENT).toBe(`${line}\n${entry(30, { msg: "quiet" })}\n`);
    };
    await write("first");
    await write("second");
    expect(shown).toEqual(["web: first", "web: second"]);
    expect(await readFile(join(folder, "web.before.log"), "utf8")).toContain("first");
  });
});
