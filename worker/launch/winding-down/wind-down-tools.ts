import type { BillingDependencies } from "#app/_lib/stripe/sync-subscription.ts";
import type { Database } from "#prisma/client.ts";
import type { Queue } from "#prisma/queue.ts";

/** Everything that the steps of the closing work with. */
export type WindDownTools = {
  db: Database;
  queue: Queue;
  /** Null: payments are not set up. */
  billing: BillingDependencies | null;
  /** The person who runs the command, for the operators' log. */
  operator: string;
  now(): Date;
  /** Makes a backup, and returns its name. @throws DomainError if the settings name no place or no key. */
  makeArchive(): Promise<string>;
  /** Returns true if a backup is where backups are kept. */
  hasArchive(name: string): Promise<boolean>;
  /** Deletes dropped pictures and PDFs from their store. */
  deleteFiles(): Promise<number>;
};
