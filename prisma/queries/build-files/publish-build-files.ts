import type { Database } from "#prisma/client.ts";

/** A file that the web app serves to browsers, such as /_next/static/chunks/1a2b.js. */
export type OwnBuildFile = { path: string; read(): Promise<Buffer> };

/** Retention since a web process with the file last started: browser tabs stay open for days. */
const KEPT_MS = 30 * 86_400_000;

/** Stores the files that are not there yet, and deletes those of versions that ended long ago. Returns the number of new files. */
export async function publishBuildFiles(db: Database, files: readonly OwnBuildFile[], now: Date): Promise<number> {
  const paths = files.map(({ path }) => path);
  await db.buildFile.updateMany({ where: { path: { in: paths } }, data: { seenAt: now } });
  await db.buildFile.deleteMany({ where: { seenAt: { lt: new Date(now.getTime() - KEPT_MS) } } });
  const known = await db.buildFile.findMany({ where: { path: { in: paths } }, select: { path: true } });
  const there = new Set(known.map(({ path }) => path));
  const missing = files.filter(({ path }) => !there.has(path));
  const data = await Promise.all(
    missing.map(async ({ path, read }) => ({ path, body: new Uint8Array(await read()), seenAt: now })),
  );
  const { count } = await db.buildFile.createMany({ data, skipDuplicates: true });
  return count;
}
