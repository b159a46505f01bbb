import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { crawlFakeWeb } from "#test/worker/crawl/fake/crawl-fake-web.ts";
import { type FakePages, HOME, page } from "#test/worker/crawl/fake/fake-web.ts";
import { openBaseline } from "#worker/cli/open-baseline.ts";
import { CHECK_IDS } from "#worker/core/checks/check-kinds.ts";
import { createHouseStyle } from "#worker/core/checks/style/house-style.ts";
import type { CrawlPlan } from "#worker/crawl/crawl-plan.ts";
import { createInProcessMemory } from "#worker/crawl/in-process-memory.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "baseline-"));
});
afterAll(() => rm(folder, { recursive: true }));

const wanted = { startUrl: HOME, only: [...CHECK_IDS], lang: "auto" as const };
const PLAN: Pick<CrawlPlan, "only" | "language"> = { only: CHECK_IDS, language: "auto" };

/** Runs once, as a process of its own would: all that it knows is in the file. */
async function run(path: string, says: string, options: Partial<typeof wanted> = {}) {
  const baseline = await openBaseline(path, { ...wanted, ...options });
  const pages = { "/": page("/bread", "Welcome."), "/bread": page(says) };
  const { memory, account, checked } = await crawlFakeWeb({ pages, memory: createInProcessMemory(baseline.memory) });
  const changes = await baseline.compare(PLAN, { memory, style: createHouseStyle([]), account });
  return { checked, changes: changes.map(({ event, quiet, text }) => `${event} ${text}${quiet ? " quietly" : ""}`) };
}

describe("a baseline", () => {
  it("remembers a site, so that only what is new is news", async () => {
    const path = join(folder, "site.json");
    expect((await run(path, "You will recieve rye.")).changes).toEqual(["opened recieve quietly"]);
    expect(await run(path, "You will recieve rye.")).toEqual({ checked: [], changes: [] });
    expect((await run(path, "You will receive rye.")).changes).toEqual(["fixed recieve"]);
    expect((await run(path, "You will recieve rye.")).changes).toEqual(["reopened recieve"]);
    expect(await readdir(folder)).toEqual(["site.json"]);
  });

  it("believes at the second look that most pages are missing, and tells it then", async () => {
    const path = join(folder, "missing.json");
    const breads = ["/rye", "/white", "/dark"];
    const whole = {
      "/": page("Welcome.", ...breads),
      ...Object.fromEntries(breads.map((url) => [url, page(`You recieve ${url}.`)])),
    };
    const runOn = async (pages: FakePages) => {
      const baseline = await openBaseline(path, wanted);
      const { believesMissing } = baseline.learned;
      const memory = createInProcessMemory(baseline.memory);
      const { account } = await crawlFakeWeb({ pages, memory, plan: { believesMissing } });
      if (account.failure) {
        await baseline.noteFailure(account.failure);
        return account.failure.code;
      }
      const changes = await baseline.compare(PLAN, { memory, style: createHouseStyle([]), account });
      return changes.filter(({ quiet }) => !quiet).map(({ event, text }) => `${event} ${text}`);
    };
    const front = { "/": whole["/"] };
    expect(await runOn(whole)).toEqual([]);
    expect(await runOn(front)).toBe("pages-missing");
    expect(await runOn(whole)).toEqual([]);
    expect(await runOn(front)).toBe("pages-missing");
    expect(await runOn(front)).toEqual(["fixed recieve"]);
    expect(await runOn(front)).toEqual([]);
  });

  it("checks every text again with other options", async () => {
    const path = join(folder, "options.json");
    const first = await run(path, "You will recieve rye.");
    expect((await run(path, "You will recieve rye.")).checked).toEqual([]);
    const second = await run(path, "You will recieve rye.", { only: ["spelling"] });
    expect(second.checked.toSorted()).toEqual(first.checked.toSorted());
    expect(second.changes).toEqual([]);
  });

  it.each([
    ["no JSON", "{"],
    ["another thing", '{"name":"flawless"}'],
    ["nothing", ""],
    ["a part of one", '{"version":1,"site":"https://bakery.example/"}'],
  ])("refuses a file with %s, and leaves it as it is", async (_what, content) => {
    const path = join(folder, "other.json");
    await writeFile(path, content);
    await expect(run(path, "Rye.")).rejects.toThrow(/--baseline: .*other\.json is not a baseline/u);
    expect(await readFile(path, "utf8")).toBe(content);
  });

  it("refuses the baseline of another site, and a folder", async () => {
    const path = join(folder, "site.json");
    await expect(openBaseline(path, { ...wanted, startUrl: "https://mill.example/" })).rejects.toThrow(
      "is the baseline of https://bakery.example/",
    );
    await expect(openBaseline(folder, wanted)).rejects.toThrow("could not be read (EISDIR)");
    await expect(run(join(folder, "missing", "site.json"), "Rye.")).rejects.toThrow("could not be written (ENOENT)");
  });
});
