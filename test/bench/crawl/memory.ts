import { spawn } from "node:child_process";
import { chmod, mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { generateSite } from "#test/bench/sites/generate-site.ts";
import { serveWithNginx } from "#test/bench/sites/serve-with-nginx.ts";
import { HEAP_FLAGS, MALLOC_SETTINGS } from "#worker/launch/process/heap-flags.ts";
import { openBenchWorker } from "./bench-worker.ts";

/**
 * Measures the peak memory of a worker and its browser (PSS, which counts shared pages once) while they crawl generated sites
 * of several sizes, first and again, each size in its own process. PostgreSQL and nginx do not count.
 * `node test/bench/crawl/memory.ts [--pages 1000,5000,20000] [--light]`.
 */
const { values } = parseArgs({
  options: {
    pages: { type: "string", default: "1000,5000,20000" },
    light: { type: "boolean", default: false },
    only: { type: "string" },
  },
});

const SAMPLE_MS = 500;

if (values.only) await measure(Number(values.only));
else for (const pages of values.pages.split(",")) await measureApart(pages);

function measureApart(pages: string): Promise<void> {
  const args = [...HEAP_FLAGS, import.meta.filename, "--only", pages, ...(values.light ? ["--light"] : [])];
  return new Promise((resolve, reject) => {
    spawn(process.execPath, args, { stdio: "inherit", env: { ...process.env, ...MALLOC_SETTINGS } }).once("exit", (code) =>
      code === 0 ? resolve() : reject(new Error(`Measuring ${pages} pages ended with ${code}.`)),
    );
  });
}

async function measure(pages: number): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "flawless-bench-site-"));
  await chmod(folder, 0o755);
  await generateSite(folder, pages);
  const server = await serveWithNginx(folder);
  const worker = await openBenchWorker({ light: values.light });
  const site = await worker.addSite(`${server.url}/`, 2 * pages + 1_000);
  for (const name of ["first", "again"]) {
    const peak = watchMemory();
    const crawl = await worker.crawl(site);
    const megabytes = (await peak.stop()) / 1024;
    const speed = `${crawl.seconds.toFixed(0)} s, ${crawl.pagesPerSecond.toFixed(0)} pages/s`;
    process.stdout.write(`${pages} pages, ${name}: at most ${megabytes.toFixed(0)} MB; ${crawl.pages} visited, ${speed}\n`);
  }
  await worker.close();
  await server.close();
  await rm(folder, { recursive: true, force: true });
}

/** Samples the memory of this process and its browser in kilobytes; `stop` returns the peak. */
function watchMemory(): { stop(): Promise<number> } {
  let most = 0;
  const sample = async () => {
    const sizes = await Promise.all((await ownProcesses()).map(proportionalSize));
    most = Math.max(
      most,
      sizes.reduce((sum, size) => sum + size, 0),
    );
  };
  const faults: unknown[] = [];
  const timer = setInterval(() => void sample().catch((error: unknown) => faults.push(error)), SAMPLE_MS);
  return {
    stop: async () => {
      clearInterval(timer);
      await sample();
      if (faults.length > 0) throw faults[0];
      return most;
    },
  };
}

/** Returns this process and its descendants, without the benchmark's own servers. */
async function ownProcesses(): Promise<number[]> {
  const parents = new Map<number, number>();
  const names = new Map<number, string>();
  for (const entry of await readdir("/proc")) {
    const stat = /^\d+$/.test(entry) ? await readFile(`/proc/${entry}/stat`, "utf8").catch(() => "") : "";
    const found = /^(\d+) \((.*)\) \S (\d+)/s.exec(stat);
    if (!found) continue;
    parents.set(Number(found[1]), Number(found[3]));
    names.set(Number(found[1]), found[2] ?? "");
  }
  const isOwn = (pid: number): boolean => {
    if (/^(postgres|nginx)/.test(names.get(pid) ?? "")) return false;
    const parent = parents.get(pid);
    return pid === process.pid || (parent !== undefined && parent > 1 && isOwn(parent));
  };
  return [...parents.keys()].filter(isOwn);
}

/** Returns kilobytes; 0 for a process that has ended. */
async function proportionalSize(pid: number): Promise<number> {
  const rollup = await readFile(`/proc/${pid}/smaps_rollup`, "utf8").catch(() => "");
  return Number(/^Pss:\s+(\d+)/m.exec(rollup)?.[1] ?? 0);
}
