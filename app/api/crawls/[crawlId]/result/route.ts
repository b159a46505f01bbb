import { getDatabase } from "#app/_lib/database.ts";
import { findMember } from "#app/_lib/session/session.ts";
import { findPageCheck } from "#prisma/queries/crawls/live/find-page-check.ts";

/** Returns the result of a page check to its Team, as JSON. */
export async function GET(_request: Request, { params }: { params: Promise<{ crawlId: string }> }): Promise<Response> {
  const member = await findMember("sites.see");
  if (!member) return Response.json({ error: "Sign in first." }, { status: 401 });
  const { crawlId } = await params;
  const check = await findPageCheck(getDatabase(), { teamId: member.teamId, crawlId });
  if (!check) return Response.json({ error: "This page check does not exist." }, { status: 404 });
  return Response.json(check, { headers: { "Cache-Control": "no-store" } });
}
