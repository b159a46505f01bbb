import type { Database } from "#prisma/client.ts";
import type { ReportBrand } from "#worker/core/report/outside/report-html.ts";

/** Returns the sender that a Team shows on its reports; null if it chose none. */
export async function findReportBrand(db: Database, teamId: string): Promise<ReportBrand | null> {
  const brand = await db.reportBrand.findUnique({ where: { teamId } });
  if (!brand) return null;
  const { name, logo, logoType } = brand;
  const hasLogo = logo !== null && logoType !== null;
  return { name, logo: hasLogo ? `data:${logoType};base64,${Buffer.from(logo).toString("base64")}` : null };
}
