import { spawn } from "node:child_process";
import { once } from "node:events";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startNode } from "#test/support/child-process.ts";
import { requireBrowser } from "#test/support/require-browser.ts";
import { startLanguageToolServer } from "#test/support/servers/language-tool-server.ts";
import { type SiteServer, serveSite } from "#test/support/servers/site-server.ts";
import { reportSchema } from "#worker/core/report/report.ts";

const ROOT = join(import.meta.dirname, "..", "..", "..");

describe("npm run check", () => {
  let site: SiteServer;
  beforeAll(async () => {
    site = await serveSite(join(ROOT, "test", "site"));
  });
  afterAll(() => site.close());

  it("prints one JSON object by its contract, and ends with 1 because it found something", async () => {
    const { code, out } = await check(`${site.url}/`, "--allow-private", "--json");
    expect(code).toBe(1);
    const report = reportSchema.parse(JSON.parse(out));
    expect(report.pages.map(({ url }) => url.slice(site.url.length)).sort()).toEqual([
      "/",
      "/about.html",
      "/bread.html",
      "/contact.html",
      "/delivery.html",
      "/menu.html",
    ]);
    expect(report.pages.find(({ url }) => url.endsWith("/contact.html"))?.rendered).toBe("browser");
    expect(report.findings.map(({ check, text }) => [check, text]).sort()).toEqual([
      ["grammar", "the the"],
      ["links", `${site.url}/menu.html`],
      ["spelling", "recieve"],
    ]);
    const spelling = report.findings.find(({ check }) => check === "spelling");
    expect(spelling?.suggestions[0]).toBe("receive");
    expect(spelling?.excerpt).toContain("you will recieve your bread");
    expect(spelling?.occurrences).toMatchObject([{ url: `${site.url}/delivery.html`, selector: expect.stringMatching(/./) }]);
    expect(report.stats).toMatchObject({ pages: 6, rendered: 1 });
  });

  it("prints a report to read, the mistake marked in its sentence", async () => {
    const { out } = await check(`${site.url}/`, "--allow-private", "--only", "spelling");
    expect(out).toContain("1 spelling mistake on 6 pages");
    expect(out).toContain("you will [recieve] your bread");
  });

  it("ends with 0 when nothing is found", async () => {
    const { code, out } = await check(`${site.url}/`, "--allow-private", "--only", "links", "--max-pages", "1", "--no-browser");
    expect(out).toContain("No issues");
    expect(code).toBe(0);
  });

  it("checks the sites of a file one after another, and goes on after one that cannot be read", async () => {
    const list = join(tmpdir(), `sites-${process.pid}.txt`);
    await writeFile(list, `# clients\nhttp://127.0.0.1:1/\n${site.url}/\n`);
    const { code, out } = await check(
      "--sites",
      list,
      "--allow-private",
      "--format",
      "sarif",
      "--only",
      "spelling",
      "--no-browser",
    );
    await rm(list);
    expect(code).toBe(2);
    const { runs } = JSON.parse(out);
    expect(
      runs.map(({ invocations }: { invocations: { executionSuccessful: boolean }[] }) => invocations[0]?.executionSuccessful),
    ).toEqual([false, true]);
    expect(runs[1].results.map(({ ruleId }: { ruleId: string }) => ruleId)).toEqual(["spelling/unknown-word"]);
  });

  it("ends with 1 only for what is new since its baseline", async () => {
    const folder = await mkdtemp(join(tmpdir(), "baseline-"));
    await cp(join(ROOT, "test", "site"), join(folder, "site"), { recursive: true });
    const edited = await serveSite(join(folder, "site"));
    const options = ["--allow-private", "--no-browser", "--only", "spelling", "--baseline", join(folder, "site.json")];
    const first = await check(`${edited.url}/`, ...options);
    expect(first).toMatchObject({ code: 0, out: expect.stringContaining("you will [recieve] your bread") });
    expect(first.out).toContain("This was the first run with this baseline.");
    const bread = join(folder, "site", "bread.html");
    await writeFile(bread, (await readFile(bread, "utf8")).replace("every morning", "every mornign"));
    const second = await check(`${edited.url}/`, ...options, "--json");
    expect(second.code).toBe(1);
    const url = `${edited.url}/bread.html`;
    expect(reportSchema.parse(JSON.parse(second.out)).changes).toMatchObject([
      { event: "opened", quiet: false, check: "spelling", text: "mornign", occurrences: [{ url }] },
    ]);
    await edited.close();
    await rm(folder, { recursive: true });
  });

  it.each(["--help", "-h"])("prints how it is used for %s", async (option) => {
    const { code, out, err } = await check(option);
    expect([code, err]).toEqual([0, ""]);
    expect(out).toContain("Usage: npm run check");
    expect(out).toContain("--help");
  });

  it("refuses this machine unless it is allowed, and ends with 2", async () => {
    const { code, out, err } = await check(`${site.url}/`, "--no-browser");
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain("private network");
  });

  it("ends with 2 and the reason where there is no site", async () => {
    const server = createServer().listen(0, "127.0.0.1");
    await once(server, "listening");
    const address = server.address();
    const port = typeof address === "object" && address ? address.port : 0;
    await new Promise((resolve) => server.close(resolve));
    const { code, out, err } = await check(`http://127.0.0.1:${port}/`, "--allow-private", "--no-browser");
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain("refused the connection");
  });

  it("ends with 2 and explains itself when it is called wrongly", async () => {
    const { code, out, err } = await check("--max-pages", "many");
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain("Usage: npm run check");
  });
});

it("prints nothing of npm's own on standard output where npm is told to be silent, so that the report can be piped", async () => {
  const npm = spawn("npm", ["run", "-s", "check", "--", "--max-pages", "many"], {
    cwd: ROOT,
    stdio: ["ignore", "pipe", "ignore"],
  });
  let out = "";
  npm.stdout.setEncoding("utf8").on("data", (text: string) => {
    out += text;
  });
  const [code] = await once(npm, "close");
  expect([code, out]).toEqual([2, ""]);
});

it("goes on without a LanguageTool server that does not work, and says once what was not checked", async () => {
  const [site, languageTool] = await Promise.all([serveSite(join(ROOT, "test", "site")), startLanguageToolServer()]);
  languageTool.answers("with 500");
  const args = [`${site.url}/`, "--allow-private", "--no-browser", "--only", "spelling,grammar"];
  const { code, out } = await checkWith({ LANGUAGETOOL_URL: languageTool.url }, ...args);
  expect(code).toBe(1);
  expect(out).toContain("you will [recieve] your bread");
  expect(
    out.match(/We could not check the grammar of \d+ texts, because the LanguageTool server did not answer/gu),
  ).toHaveLength(1);
  await Promise.all([site.close(), languageTool.close()]);
});

async function check(...args: string[]) {
  return checkWith({ CHROMIUM_PATH: await requireBrowser() }, ...args);
}

async function checkWith(
  environment: Record<string, string>,
  ...args: string[]
): Promise<{ code: number | null; out: string; err: string }> {
  const process = startNode(join(ROOT, "worker", "launch", "check.ts"), args, environment);
  const code = await process.exited;
  return { code, out: process.output("stdout"), err: process.output("stderr") };
}
