import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Fault } from "./fault.ts";
import { mountSmallDisk, type SmallDisk } from "./small-disk.ts";
import { startPostgres } from "./start-postgres.ts";

const MEGABYTES = 8;

/** Fills the disk of the pictures during the crawls. Pictures are drawn, and each that is kept is whole. */
export function fullPictures(): Fault {
  let disk: SmallDisk | null = null;
  const settings: Record<string, string> = { PICTURES_PER_CRAWL: "4" };
  return {
    name: "pictures-full",
    mayFail: false,
    settings,
    startsAt: () => 0,
    startDatabase: async (folder) => {
      const small = await mountSmallDisk(join(folder, "pictures"), MEGABYTES);
      disk = small;
      const server = await startPostgres(folder);
      return { ...server, stop: () => server.stop().then(small.unmount) };
    },
    begin: async () => disk?.fill(),
    end: async ({ db }) => {
      await disk?.free();
      return `the disk of the pictures was full; ${await db.picture.count()} pictures are kept`;
    },
    judge: async ({ product }) =>
      product.output("worker").includes("ENOSPC")
        ? []
        : ["The worker does not say in its log that a picture could not be stored."],
    judgeAll: async ({ db }) => {
      const kept = await db.picture.findMany({ select: { key: true, bytes: true } });
      const folder = disk?.folder ?? "";
      const names = (await readdir(folder, { recursive: true })).filter((name) => /\.(?:webp|new)$/.test(name));
      const sizes = new Map<string, number>();
      for (const name of names) sizes.set(name, (await stat(join(folder, name))).size);
      const faults = kept
        .filter(({ key, bytes }) => sizes.get(`${key.slice(0, 2)}/${key}.webp`) !== bytes)
        .map(({ key }) => `The picture ${key} is not there as a whole.`);
      for (const name of names) if (name.endsWith(".new")) faults.push(`${name} is half a picture that nobody deletes.`);
      if (kept.length === 0) faults.push("No picture was kept after the disk had room again.");
      return faults;
    },
  };
}
