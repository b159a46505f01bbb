import { createGzip } from "node:zlib";
import { describe, expect, it } from "vitest";
import { MAX_BYTES, open, TIMEOUT_MS } from "./hostile-world.ts";

const MEGABYTE = 1_000_000;

/** Peak of the process's memory over what it was, while `work` runs, in bytes. */
async function peakGrowth(work: () => Promise<unknown>): Promise<number> {
  const before = process.memoryUsage.rss();
  let peak = before;
  const timer = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss());
  }, 1);
  await work();
  clearInterval(timer);
  return Math.max(peak, process.memoryUsage.rss()) - before;
}

describe("bounds", () => {
  it("gives a compression bomb up long before it is unpacked", async () => {
    await using world = await open();
    const bomb = await packZeros(1_000 * MEGABYTE);
    world.server.on("/bomb", (_, response) => {
      response.writeHead(200, { "content-type": "text/html", "content-encoding": "gzip" }).end(bomb);
    });
    const growth = await peakGrowth(() =>
      Promise.all(
        Array.from({ length: 8 }, async () =>
          expect(await world.fetch("/bomb")).toMatchObject({ failure: { code: "too-large" } }),
        ),
      ),
    );
    expect(bomb.length).toBeGreaterThan(MAX_BYTES / 2);
    expect(growth).toBeLessThan(100 * MEGABYTE);
  });

  it("reads no more of an endless body than its bound", async () => {
    await using world = await open();
    let written = 0;
    world.server.on("/count", (_, response) => {
      response.writeHead(200, { "content-type": "text/html" });
      const chunk = Buffer.alloc(64_000, "a");
      const next = () => {
        if (response.destroyed) return;
        response.write(chunk, (error) => {
          if (error) return;
          written += chunk.length;
          setImmediate(next);
        });
      };
      next();
    });
    expect(await world.fetch("/count")).toMatchObject({ failure: { code: "too-large" } });
    expect(written).toBeGreaterThan(MAX_BYTES - 64_000);
    expect(written).toBeLessThan(MAX_BYTES + 8 * MEGABYTE);
  });

  it("bounds a chain of slow redirects as a whole", async () => {
    await using world = await open();
    let hops = 0;
    world.server.on("/slow-chain", (_, response) => {
      hops += 1;
      setTimeout(() => response.writeHead(302, { location: `/slow-chain?${hops}` }).end(), TIMEOUT_MS / 4);
    });
    const startedAt = performance.now();
    expect(await world.fetch("/slow-chain")).toMatchObject({ failure: { code: "timeout" } });
    expect(performance.now() - startedAt).toBeLessThan(2 * TIMEOUT_MS);
  });
});

async function packZeros(length: number): Promise<Buffer> {
  const gzip = createGzip({ level: 1 });
  const zeros = Buffer.alloc(MEGABYTE);
  const packing = Array.fromAsync(gzip);
  for (let at = 0; at < length; at += MEGABYTE)
    if (!gzip.write(zeros)) await new Promise((resolve) => gzip.once("drain", resolve));
  gzip.end();
  return Buffer.concat(await packing);
}
