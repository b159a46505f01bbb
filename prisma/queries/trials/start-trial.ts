import type { Database } from "#prisma/client.ts";
import type { Queue } from "#prisma/queue.ts";
import { hashToken, makeToken } from "#prisma/secret-token.ts";
import { TRIAL_KEPT_MS } from "#worker/core/trial/trial-limits.ts";
import { requireSwitchedOn } from "../operating/is-switched-on.ts";
import { addTrialSite, type TrialSite } from "./add-trial-site.ts";

type Dependencies = { db: Database; queue: Queue; now: Date };
/** `address`: as typed, normalized. `visitor`: see app/_lib/trial/visitor-key.ts. */
type NewTrial = TrialSite & { address: string; visitor: string };

/** Starts a trial of a website that was probed before. Returns the secret for the address of its result. @throws DomainError `unavailable` while crawls are switched off. */
export async function startTrial({ db, queue, now }: Dependencies, trial: NewTrial): Promise<{ token: string }> {
  const { address, visitor, ...site } = trial;
  const token = makeToken();
  await db.$transaction(async (tx) => {
    await requireSwitchedOn(tx, "crawls");
    const siteId = await addTrialSite(tx, queue, { ...site, now });
    const expiresAt = new Date(now.getTime() + TRIAL_KEPT_MS);
    await tx.trial.create({ data: { tokenHash: hashToken(token), siteId, address, visitor, createdAt: now, expiresAt } });
  });
  return { token };
}
