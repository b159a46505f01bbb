import { z } from "zod";
import type { Database } from "#prisma/client.ts";
import { countAttempt } from "#prisma/queries/count-attempt.ts";
import { recordSecurityEvent } from "#prisma/queries/security/record-security-event.ts";
import type { Settings } from "#worker/core/settings.ts";
import { requestSource } from "./request-source.ts";

type Dependencies = { db: Database; settings: Settings; now(): Date };

const emailBody = z.object({ email: z.string().toLowerCase() });
/** A flood of refused requests makes so many events, not a flood of them. */
const NOTED = { kind: "security-log-limited", max: 10, windowMs: 3_600_000 };

/** Notes a request that a limit refused, for the account whose address it names. `body` is what was sent, as text. */
export async function logLimited(
  { db, settings, now }: Dependencies,
  request: { headers: Headers; body: string },
): Promise<void> {
  const email = readEmail(request.body);
  const user = email ? await db.user.findUnique({ where: { email }, select: { id: true } }) : null;
  const userId = user?.id ?? null;
  if (!(await countAttempt(db, { ...NOTED, subject: userId ?? "", now: now() }))) return;
  await recordSecurityEvent(db, {
    userId,
    kind: "sign_in_limited",
    source: requestSource(request.headers, settings),
    now: now(),
  });
}

function readEmail(body: string): string | undefined {
  try {
    return emailBody.safeParse(JSON.parse(body)).data?.email;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
