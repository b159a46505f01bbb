import { spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { z } from "zod";

const resultSchema = z.object({
  unique: z.number(),
  error_map: z.record(z.string(), z.array(z.object({ url: z.string() }))),
});

/** Checks the links of these pages with lychee, which does not follow them to further pages. Skips other hosts. */
export async function runLychee(
  binary: string,
  pages: readonly string[],
  { host, atATime }: { host: string; atATime: number },
): Promise<{ links: number; broken: string[] }> {
  const folder = await mkdtemp(join(tmpdir(), "flawless-bench-lychee-pages-"));
  try {
    const list = join(folder, "pages.txt");
    await writeFile(list, pages.join("\n"));
    const own = `^http://${host.replaceAll(".", "\\.")}/`;
    const pace = [
      "--max-concurrency",
      String(atATime),
      "--host-concurrency",
      String(atATime),
      "--host-request-interval",
      "0ms",
    ];
    const args = ["--no-progress", "--format", "json", "--exclude", ".", "--include", own, ...pace, "--files-from", list];
    const lychee = spawn(binary, args, { cwd: folder, stdio: ["ignore", "pipe", "inherit"] });
    const { unique, error_map } = resultSchema.parse(JSON.parse(await text(lychee.stdout)));
    const broken = new Set(Object.values(error_map).flatMap((found) => found.map(({ url }) => url)));
    return { links: unique, broken: [...broken].sort() };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
