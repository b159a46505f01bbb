import { LRUCache } from "lru-cache";
import { getDatabase } from "#app/_lib/database.ts";
import { oncePerProcess } from "#app/_lib/once-per-process.ts";
import { findMember } from "#app/_lib/session/session.ts";
import { findLiveFindings, type LiveFindings } from "#prisma/queries/crawls/live/find-live-findings.ts";
import type { TeamScope } from "#worker/core/people/team-scope.ts";
import { keyOf } from "#worker/core/people/team-scope.ts";

/** Shares one query every two seconds among all who watch the same Crawl. */
const getLoads = oncePerProcess(
  "live-findings",
  () => new LRUCache<string, Promise<LiveFindings | null>>({ max: 500, ttl: 1_900 }),
);

/** Returns to its Team what a Crawl has found so far, as JSON. */
export async function GET(_request: Request, { params }: { params: Promise<{ crawlId: string }> }): Promise<Response> {
  const member = await findMember("sites.see");
  if (!member) return Response.json({ error: "Sign in first." }, { status: 401 });
  const { crawlId } = await params;
  const found = await loadShared(member.teamId, crawlId);
  if (!found) return Response.json({ error: "This crawl does not exist." }, { status: 404 });
  return Response.json(found, { headers: { "Cache-Control": "no-store" } });
}

function loadShared(teamId: TeamScope, crawlId: string): Promise<LiveFindings | null> {
  const loads = getLoads();
  const key = `${keyOf(teamId)} ${crawlId}`;
  const known = loads.get(key);
  if (known) return known;
  const loading = findLiveFindings(getDatabase(), { teamId, crawlId, now: new Date() });
  loads.set(key, loading);
  // A failed query is not cached.
  loading.catch(() => loads.delete(key));
  return loading;
}
