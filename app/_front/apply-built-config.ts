import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";

const recordSchema = z.object({ config: z.record(z.string(), z.unknown()) });

/**
 * Gives Next the configuration of the build, as its stand-alone server does, instead of reading next.config.ts again. So the version is that of the
 * build, and no compiler is needed where the product only runs.
 */
export async function applyBuiltConfig(build: string): Promise<void> {
  const { config } = recordSchema.parse(JSON.parse(await readFile(join(build, "required-server-files.json"), "utf8")));
  process.env.__NEXT_PRIVATE_STANDALONE_CONFIG = JSON.stringify(config);
}
