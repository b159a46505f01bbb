import type { Transaction } from "#prisma/client.ts";
import { DomainError } from "#worker/core/errors.ts";
import { heldWords } from "#worker/core/operating/held-words.ts";

/** Refuses a crawl of a Site that an operator has paused. @throws DomainError `conflict` with the operator's reason. */
export async function requireSiteNotHeld(tx: Transaction, siteId: string): Promise<void> {
  const site = await tx.site.findUnique({ where: { id: siteId }, select: { heldReason: true, heldAt: true, teamId: true } });
  if (!site) return;
  if (site.heldAt) throw new DomainError("conflict", heldWords("site", site.heldReason));
  await requireTeamNotHeld(tx, site.teamId);
}

/** Refuses something to a Team that an operator has paused. @throws DomainError `conflict` with the operator's reason. */
export async function requireTeamNotHeld(tx: Transaction, teamId: string): Promise<void> {
  const team = await tx.team.findUnique({ where: { id: teamId }, select: { heldReason: true, heldAt: true } });
  if (team?.heldAt) throw new DomainError("conflict", heldWords("team", team.heldReason));
}
