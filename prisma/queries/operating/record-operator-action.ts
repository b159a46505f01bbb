import type { Database, Transaction } from "#prisma/client.ts";
import type { OperatorActionKind } from "#worker/core/operating/operator-action.ts";

/** An operator who does something, and when. */
export type Acting = { operator: string; now: Date };

type NewAction = Acting & {
  kind: OperatorActionKind;
  /** A name that stays when the Team or Site is deleted. */
  subject: string;
  teamId?: string;
  siteId?: string;
  reason?: string;
  before?: string;
  after?: string;
};

/** Adds a row to the operators' log, in the transaction of the change. */
export async function recordOperatorAction(tx: Database | Transaction, { now, ...action }: NewAction): Promise<void> {
  await tx.operatorAction.create({ data: { ...action, at: now } });
}
