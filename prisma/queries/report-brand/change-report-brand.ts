import type { Database } from "#prisma/client.ts";

/** `logo` undefined: the one that is there stays; null: none from now on. */
type Wanted = { teamId: string; name: string; logo?: { bytes: Uint8Array<ArrayBuffer>; type: string } | null };

/** Changes the sender that a Team shows on its reports. Without a name there is none. */
export async function changeReportBrand(db: Database, { teamId, name, logo }: Wanted): Promise<void> {
  if (name === "") {
    await db.reportBrand.deleteMany({ where: { teamId } });
    return;
  }
  const changed = logo === undefined ? {} : { logo: logo?.bytes ?? null, logoType: logo?.type ?? null };
  await db.reportBrand.upsert({ where: { teamId }, create: { teamId, name, ...changed }, update: { name, ...changed } });
}
