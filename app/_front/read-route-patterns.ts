import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";

const pages = z.array(z.object({ page: z.string() }));
const manifestSchema = z.object({ staticRoutes: pages, dynamicRoutes: pages });

/** Returns the patterns of all pages and routes that a build of Next has. `folder` is that of the build. */
export async function readRoutePatterns(folder: string): Promise<string[]> {
  const manifest = manifestSchema.parse(JSON.parse(await readFile(join(folder, "routes-manifest.json"), "utf8")));
  return [...manifest.staticRoutes, ...manifest.dynamicRoutes].map(({ page }) => page);
}
