import { findWindDown } from "#prisma/queries/winding-down/find-wind-down.ts";
import { DomainError } from "#worker/core/errors.ts";
import type { WindDownTools } from "./wind-down-tools.ts";

/** Refuses to delete anything while the archive is not where backups are kept. @throws DomainError `conflict`. */
export async function requireArchive({ db, hasArchive }: Pick<WindDownTools, "db" | "hasArchive">): Promise<void> {
  const { archive } = await findWindDown(db);
  if (archive !== null && !(await hasArchive(archive)))
    throw new DomainError(
      "conflict",
      `The archive ${archive} is not in BACKUP_TO. Put it back, or take the archive back and make a new one.`,
    );
}
