import { getDatabase } from "#app/_lib/database.ts";
import { log } from "#worker/log.ts";

export const dynamic = "force-dynamic";

const PATIENCE_MS = 3_000;

/** For load balancers: answers 200 if this process can query the database, else 503, without details. */
export async function GET(): Promise<Response> {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error(`no answer in ${PATIENCE_MS} ms`)), PATIENCE_MS);
  try {
    await Promise.race([getDatabase().$queryRaw`SELECT 1`, late]);
    return Response.json({ status: "ok" });
  } catch (error) {
    log.error({ err: error }, "the database does not answer");
    return Response.json({ status: "unavailable" }, { status: 503 });
  } finally {
    clearTimeout(timer);
  }
}
