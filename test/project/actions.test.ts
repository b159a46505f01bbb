import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

/** Finds "use server" that is not a file's first statement, which makes an action of a function that may close over variables. */
function findInnerActions(source: string): number {
  const [first = "", ...rest] = source.split(/^\s*["']use server["'];?/m);
  const isOfFile = /^(?:\s|\/\/[^\n]*\n|\/\*[\s\S]*?\*\/)*$/.test(first);
  return isOfFile ? rest.length - 1 : rest.length;
}

describe("server actions", () => {
  // The key that encrypts such variables is the same in all builds and not a secret: worker/launch/prepare/build-product.ts.
  it("are never defined within a function, where they would carry encrypted variables", async () => {
    const names = (await readdir("app", { recursive: true })).filter((name) => /\.tsx?$/.test(name));
    const found: string[] = [];
    let files = 0;
    for (const name of names) {
      const source = await readFile(join("app", name), "utf8");
      if (/["']use server["']/.test(source)) files += 1;
      if (/["']use server["']/.test(source) && findInnerActions(source) > 0) found.push(name);
    }
    expect(files).toBeGreaterThan(50);
    expect(found).toEqual([]);
  });

  it.each([
    ['"use server";\nexport async function a() {}', 0],
    ['// A verb.\n"use server";\n', 0],
    ['export function Page() {\n  async function save() {\n    "use server";\n  }\n}', 1],
  ])("are recognised in %j", (source, count) => {
    expect(findInnerActions(source)).toBe(count);
  });
});
