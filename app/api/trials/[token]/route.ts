import { LRUCache } from "lru-cache";
import { getDatabase } from "#app/_lib/database.ts";
import { oncePerProcess } from "#app/_lib/once-per-process.ts";
import { findTrial, type TrialView } from "#prisma/queries/trials/find-trial.ts";

/** Shares one query a second among all who watch the same trial. */
const getLoads = oncePerProcess("trial-loads", () => new LRUCache<string, Promise<TrialView | null>>({ max: 500, ttl: 900 }));

/** Returns the result of a trial so far, as JSON, to whoever knows its secret. */
export async function GET(_request: Request, { params }: { params: Promise<{ token: string }> }): Promise<Response> {
  const found = await loadShared((await params).token);
  const headers = { "Cache-Control": "no-store", "X-Robots-Tag": "noindex" };
  if (!found) return Response.json({ error: "This result does not exist, or it has expired." }, { status: 404, headers });
  return Response.json(found, { headers });
}

function loadShared(token: string): Promise<TrialView | null> {
  const loads = getLoads();
  const known = loads.get(token);
  if (known) return known;
  const loading = findTrial(getDatabase(), { token, now: new Date() });
  loads.set(token, loading);
  // A failed query is not cached.
  loading.catch(() => loads.delete(token));
  return loading;
}
