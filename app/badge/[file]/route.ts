import { answerIfChanged } from "#app/_lib/answers/answer-if-changed.ts";
import { getDatabase } from "#app/_lib/database.ts";
import { findBadge } from "#prisma/queries/sharing/find-badge.ts";
import { findSharedSite } from "#prisma/queries/sharing/find-shared-site.ts";
import { badgeSvg } from "#worker/core/report/outside/badge-svg.ts";

/** Pages that show a badge are visited often, and its number changes once a day. */
const KEPT_SECONDS = 300;

/** Answers `<token>.svg` with the badge of a site. One that was ended says so, where it is still shown. */
export async function GET(request: Request, { params }: { params: Promise<{ file: string }> }): Promise<Response> {
  const { file } = await params;
  const token = file.endsWith(".svg") ? file.slice(0, -".svg".length) : "";
  const site = await findSharedSite(getDatabase(), { token, kind: "badge", now: new Date() });
  const headers = { "Content-Type": "image/svg+xml; charset=utf-8", "X-Content-Type-Options": "nosniff" };
  if (!site) return new Response(badgeSvg("ended"), { status: 404, headers: { ...headers, "Cache-Control": "no-store" } });
  const badge = badgeSvg(await findBadge(getDatabase(), site));
  return answerIfChanged(request, badge, { ...headers, "Cache-Control": `public, max-age=${KEPT_SECONDS}` });
}
