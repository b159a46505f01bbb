import "server-only";
import { recordSecurityEvent } from "#prisma/queries/security/record-security-event.ts";
import type { Member } from "#prisma/queries/teams/ensure-member.ts";
import { DomainError } from "#worker/core/errors.ts";
import { getDatabase } from "../database.ts";
import { currentSource } from "./current-source.ts";

/** Runs work that a member may not be allowed to do, and logs a refusal in the security log. @throws what the work throws. */
export async function logRefusal<T>(member: Member, work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof DomainError && error.code === "forbidden") {
      const event = { userId: member.userId, kind: "access_refused", detail: error.message } as const;
      await recordSecurityEvent(getDatabase(), { ...event, source: await currentSource(), now: new Date() });
    }
    throw error;
  }
}
