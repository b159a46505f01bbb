import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { z } from "zod";

const REGISTRY = "https://registry.npmjs.org/";

/** Packages by path for which no registry gives a checksum, each with the reason. */
const WITHOUT_CHECKSUM: Record<string, string> = {};

const lockSchema = z.object({
  packages: z.record(
    z.string(),
    z.object({ integrity: z.string().optional(), resolved: z.string().optional(), dev: z.boolean().optional() }),
  ),
});

describe("package-lock.json", async () => {
  const { packages } = lockSchema.parse(JSON.parse(await readFile("package-lock.json", "utf8")));
  const installed = Object.entries(packages).filter(([place]) => place !== "");

  it("has a SHA-512 checksum for every package, also for those of other platforms", () => {
    const bare = installed.filter(([, { integrity }]) => !/^sha512-[A-Za-z0-9+/]{86}==$/.test(integrity ?? ""));
    expect(bare.map(([place]) => place).toSorted()).toEqual(Object.keys(WITHOUT_CHECKSUM).toSorted());
    expect(installed.length).toBeGreaterThan(500);
  });

  it("names the tarball of every package, in the registry, so that an install need not read the registry's record of each", () => {
    const others = installed.filter(([, { resolved }]) => !resolved?.startsWith(REGISTRY));
    expect(others).toEqual([]);
  });

  it("keeps the test runner out of the product, though a package of the product names it as an optional peer", () => {
    const kept = installed.filter(([place, { dev }]) => /^node_modules\/(?:vite|vitest|rolldown)$/.test(place) && !dev);
    expect(kept).toEqual([]);
  });
});
