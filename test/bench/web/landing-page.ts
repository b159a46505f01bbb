import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { z } from "zod";
import { serveWithNginx } from "#test/bench/sites/serve-with-nginx.ts";
import { findFreePort } from "#test/support/servers/free-port.ts";

/**
 * Measures how many requests a second the landing page of a running product answers, beside nginx with the same bytes (or a bare Node server
 * where there is no nginx): `node test/bench/web/landing-page.ts http://localhost:3000 [seconds]`. All of it shares one machine, the load generator too,
 * so only the ratio means something. Ends with 1 below the bars.
 */
const BARS = { share: 0.25, errors: 0 } as const;
const USUAL = 100;
const MANY = 1_000;

const resultSchema = z.object({
  requests: z.object({ average: z.number() }),
  latency: z.object({ p99: z.number() }),
  errors: z.number(),
  timeouts: z.number(),
  non2xx: z.number(),
});
type Load = z.infer<typeof resultSchema>;

const autocannon = fileURLToPath(import.meta.resolve("autocannon/autocannon.js"));
const [address, seconds = "5"] = process.argv.slice(2);
if (!address)
  throw new Error("Name the address of a running product: node test/bench/web/landing-page.ts http://localhost:3000");

const landing = new URL("/", address).href;
const peer = await serveSameBytes(Buffer.from(await (await fetch(landing)).arrayBuffer()));
try {
  // Each once before it is measured, so that both have compiled and cached what they can.
  for (const url of [peer.url, landing]) await load(url, USUAL, "1");
  const theirs = await load(peer.url, USUAL, seconds);
  const ours = await load(landing, USUAL, seconds);
  const many = await load(landing, MANY, seconds);
  const share = ours.requests.average / theirs.requests.average;
  const failures = many.errors + many.timeouts + many.non2xx;
  const lines = [
    ["server", "connections", "requests a second", "p99", "errors"],
    ["---", "---", "---", "---", "---"],
    [peer.name, ...figuresOf(theirs, USUAL)],
    ["landing page", ...figuresOf(ours, USUAL)],
    ["landing page", ...figuresOf(many, MANY)],
  ];
  process.stdout.write(`${lines.map((cells) => `| ${cells.join(" | ")} |`).join("\n")}\n\n`);
  process.stdout.write(`${(share * 100).toFixed(0)} % of ${peer.name} (must be ≥ ${BARS.share * 100} %), `);
  process.stdout.write(`${failures} errors at ${MANY} connections (must be ${BARS.errors})\n`);
  if (share < BARS.share || failures > BARS.errors) process.exitCode = 1;
} finally {
  await peer.close();
}

async function load(url: string, connections: number, duration: string): Promise<Load> {
  const options = ["--json", "--no-progress", "--connections", String(connections), "--duration", duration, url];
  const { stdout } = await promisify(execFile)(process.execPath, [autocannon, ...options], { maxBuffer: 10_000_000 });
  return resultSchema.parse(JSON.parse(stdout));
}

function figuresOf({ requests, latency, errors, timeouts, non2xx }: Load, connections: number): string[] {
  return [String(connections), String(Math.round(requests.average)), `${latency.p99} ms`, String(errors + timeouts + non2xx)];
}

async function serveSameBytes(bytes: Buffer): Promise<{ name: string; url: string; close(): Promise<void> }> {
  if (!existsSync("/usr/sbin/nginx")) return serveWithNode(bytes);
  const folder = await mkdtemp(join(tmpdir(), "flawless-bench-landing-"));
  await writeFile(join(folder, "index.html"), bytes);
  const nginx = await serveWithNginx(folder);
  const close = async () => {
    await nginx.close();
    await rm(folder, { recursive: true, force: true });
  };
  return { name: "nginx", url: nginx.url, close };
}

async function serveWithNode(bytes: Buffer): Promise<{ name: string; url: string; close(): Promise<void> }> {
  const port = await findFreePort();
  const headers = { "content-type": "text/html; charset=utf-8", "content-length": bytes.length };
  const server = createServer((_request, response) => response.writeHead(200, headers).end(bytes));
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  const close = async () => {
    server.closeAllConnections();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  };
  return { name: "a bare Node server", url: `http://127.0.0.1:${port}`, close };
}
