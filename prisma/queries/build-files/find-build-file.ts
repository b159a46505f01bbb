import type { Database } from "#prisma/client.ts";

/** Returns the bytes of a file of another version's web app; null if no version had it lately. */
export async function findBuildFile(db: Database, path: string): Promise<Uint8Array | null> {
  const file = await db.buildFile.findUnique({ where: { path }, select: { body: true } });
  return file?.body ?? null;
}
