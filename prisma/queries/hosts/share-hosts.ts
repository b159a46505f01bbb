import { z } from "zod";
import type { Database } from "#prisma/client.ts";
import { toStoredJson } from "#prisma/stored-json.ts";
import { type HostState, NEW_HOST, type ShareGrant, type ShareRequest, shareHost } from "#worker/core/pace/share-host.ts";

/** Retention of a host that no worker requests: longer than any pause that a host may ask for. */
const KEPT_MS = 86_400_000;

/**
 * Divides hosts among the workers that request pages from them, see `shareHost`. Takes and returns values by host name. Locks
 * the hosts in one order, and uses the database's clock, so that workers with different clocks agree.
 */
export async function shareHosts(db: Database, requests: ReadonlyMap<string, ShareRequest>): Promise<Map<string, ShareGrant>> {
  return db.$transaction(async (tx) => {
    const rows = await tx.$queryRaw<{ name: string; state: unknown; now: number }[]>`
      INSERT INTO "Host" ("name", "state")
      SELECT asked."name", ${toStoredJson(NEW_HOST)}::jsonb FROM unnest(${[...requests.keys()]}::text[]) AS asked("name")
      ORDER BY asked."name"
      ON CONFLICT ("name") DO UPDATE SET "usedAt" = clock_timestamp()
      RETURNING "name", "state", (extract(epoch FROM clock_timestamp()) * 1000)::float8 AS "now"`;
    const shared = rows.flatMap(({ name, state, now }) => {
      const request = requests.get(name);
      return request ? [{ name, ...shareHost(storedHost.parse(state), request, now) }] : [];
    });
    const states = shared.map(({ name, state }) => ({ name, state }));
    await tx.$executeRaw`
      UPDATE "Host" SET "state" = new."state"
      FROM jsonb_to_recordset(${toStoredJson(states)}::jsonb) AS new("name" text, "state" jsonb)
      WHERE "Host"."name" = new."name"`;
    return new Map(shared.map(({ name, grant }) => [name, grant]));
  });
}

/** Deletes the state of hosts that no worker requests any more. Returns the number. */
export async function forgetHosts(db: Database, now: Date): Promise<number> {
  const { count } = await db.host.deleteMany({ where: { usedAt: { lt: new Date(now.getTime() - KEPT_MS) } } });
  return count;
}

const storedShare = z.object({
  slots: z.number(),
  wanted: z.number(),
  delayMs: z.number(),
  share: z.number(),
  since: z.number(),
  until: z.number(),
});

const storedHost = z.object({
  shares: z.record(z.string(), storedShare),
  heldUntil: z.number(),
  freeAt: z.number(),
  crawlDelayMs: z.number(),
}) satisfies z.ZodType<HostState>;
