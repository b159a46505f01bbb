import { z } from "zod";
import type { Database } from "#prisma/client.ts";
import { recordLimited } from "#prisma/queries/security/record-limited.ts";
import type { Settings } from "#worker/core/settings.ts";
import { requestSource } from "./request-source.ts";

type Dependencies = { db: Database; settings: Settings; now(): Date };

const emailBody = z.object({ email: z.string().toLowerCase() });

/** Logs a request that a limit refused, for the account whose address it contains. `body` is the request body as text. */
export async function logLimited(
  { db, settings, now }: Dependencies,
  request: { headers: Headers; body: string },
): Promise<void> {
  const email = readEmail(request.body);
  const user = email ? await db.user.findUnique({ where: { email }, select: { id: true } }) : null;
  await recordLimited(db, { userId: user?.id ?? null, source: requestSource(request.headers, settings), now: now() });
}

function readEmail(body: string): string | undefined {
  try {
    return emailBody.safeParse(JSON.parse(body)).data?.email;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
