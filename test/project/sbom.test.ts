import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { promisify } from "node:util";
import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";

const run = promisify(execFile);
const lockSchema = z.object({ packages: z.record(z.string(), z.object({ version: z.string(), dev: z.boolean().optional() })) });
const componentSchema = z.object({
  name: z.string(),
  version: z.string(),
  hashes: z.array(z.object({ alg: z.string() })),
  properties: z.array(z.object({ name: z.string(), value: z.string() })),
});
const sbomSchema = z.object({ bomFormat: z.literal("CycloneDX"), components: z.array(componentSchema) });

describe("npm run sbom", () => {
  let components: z.infer<typeof componentSchema>[];
  const isListed = (name: string, version: string) =>
    components.some((component) => component.name === name && component.version === version);

  beforeAll(async () => {
    const { stdout } = await run("npm", ["run", "--silent", "sbom"], { maxBuffer: 50_000_000 });
    components = sbomSchema.parse(JSON.parse(stdout)).components;
  });

  it.each(["next", "stripe", "nodemailer"])(
    "lists %s in the version that package.json pins, with its checksum",
    async (name) => {
      const { dependencies } = z
        .object({ dependencies: z.record(z.string(), z.string()) })
        .parse(JSON.parse(await readFile("package.json", "utf8")));
      const found = components.find((component) => component.name === name);
      expect(found).toMatchObject({ version: dependencies[name], hashes: [{ alg: "SHA-512" }] });
    },
  );

  // npm's `--omit dev` also leaves out packages that both the product and a development tool use, such as nodemailer and zod.
  it("lists every package of the lock file, and marks those that only development uses", async () => {
    const { packages } = lockSchema.parse(JSON.parse(await readFile("package-lock.json", "utf8")));
    const locked = Object.entries(packages).filter(([place]) => place !== "");
    const nameOf = (place: string) => place.slice(place.lastIndexOf("node_modules/") + "node_modules/".length);
    expect(locked.filter(([place, { version }]) => !isListed(nameOf(place), version)).map(([place]) => place)).toEqual([]);
    const marked = components.filter(({ properties }) =>
      properties.some(({ name, value }) => name === "cdx:npm:package:development" && value === "true"),
    );
    // A package that is installed in two places in the same version is one component, of the product if one of them is.
    const idOf = ([place, { version }]: (typeof locked)[number]) => `${nameOf(place)}@${version}`;
    const ofProduct = new Set(locked.filter(([, { dev }]) => !dev).map(idOf));
    const ofDevelopment = new Set(locked.map(idOf).filter((id) => !ofProduct.has(id)));
    expect(marked.map(({ name, version }) => `${name}@${version}`).sort()).toEqual([...ofDevelopment].sort());
    expect(marked.map(({ name }) => name)).toContain("smtp-server");
  });
});
