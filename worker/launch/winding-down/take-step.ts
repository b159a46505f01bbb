import { withStripe } from "#app/_lib/stripe/with-stripe.ts";
import type { Attempts } from "#app/_lib/winding-down/attempt.ts";
import { resumeRenewals } from "#app/_lib/winding-down/resume-renewals.ts";
import { settleSubscriptions } from "#app/_lib/winding-down/settle-subscriptions.ts";
import { stopRenewals } from "#app/_lib/winding-down/stop-renewals.ts";
import { deleteEverything } from "#prisma/queries/winding-down/delete-everything.ts";
import { beginWindDownStep, finishWindDownStep, takeWindDownBack } from "#prisma/queries/winding-down/move-wind-down.ts";
import { settleAllPlans } from "#prisma/queries/winding-down/settle-all-plans.ts";
import { stopAllCrawls } from "#prisma/queries/winding-down/stop-all-crawls.ts";
import { writeWindDownMails } from "#prisma/queries/winding-down/write-wind-down-mails.ts";
import { DomainError } from "#worker/core/errors.ts";
import { plural } from "#worker/core/text/plural.ts";
import type { WindDown, WindDownStep } from "#worker/core/winding-down/wind-down.ts";
import { requireArchive } from "./require-archive.ts";
import { requirePayments } from "./require-payments.ts";
import type { WindDownTools } from "./wind-down-tools.ts";

const NO_ANSWER = "Stripe does not answer, or refuses the key. Run the same command again later: it goes on where it stopped.";
const NOTHING: Attempts = { done: 0, failures: [] };

/**
 * Takes a step of the closing, or finishes one that was interrupted, without doing anything twice. Returns what was done, in words.
 * @throws DomainError if it is not its time, and when a part could not be done; the step then waits to be run again.
 */
export async function takeStep(
  tools: WindDownTools,
  step: WindDownStep,
  { endsAt }: { endsAt?: Date | undefined } = {},
): Promise<string[]> {
  const { db, operator } = tools;
  await requirePayments(tools);
  if (step === "delete") await requireArchive(tools);
  const begun = await beginWindDownStep(db, step, { operator, now: tools.now(), endsAt });
  const lines = await withStripe(NO_ANSWER, () => work(tools, step, begun));
  if (step !== "archive") await finishWindDownStep(db, begun);
  return lines;
}

/** Takes the last step back, or finishes that. Returns what was done, in words. @throws DomainError as `takeStep`. */
export async function takeStepBack(tools: WindDownTools): Promise<string[]> {
  const { db, queue, billing, operator } = tools;
  await requirePayments(tools);
  const state = await takeWindDownBack(db, { operator, now: tools.now() });
  if (state.stage !== "open") return [`Taken back: the stage is “${state.stage}” again.`];
  const resumed = billing ? await withStripe(NO_ANSWER, () => resumeRenewals(billing)) : { ...NOTHING, ended: 0 };
  const lowered = await settleAllPlans(db, queue, tools.now());
  const told = await writeWindDownMails(db, queue, { notice: "withdrawal", state });
  refuseFailures("could not be resumed", resumed);
  await finishWindDownStep(db, state);
  return [
    `Taken back: the service is open. Wrote to ${plural(told, "customer")}.`,
    `Subscriptions that renew again: ${resumed.done}; that had ended: ${resumed.ended}. Teams whose plan changed: ${lowered}.`,
  ];
}

async function work(tools: WindDownTools, step: WindDownStep, state: WindDown): Promise<string[]> {
  switch (step) {
    case "announce":
    case "remind":
      return announce(tools, step, state);
    case "end":
      return end(tools, state);
    case "archive": {
      const name = await tools.makeArchive();
      if (!(await tools.hasArchive(name))) throw unfinished(`The archive ${name} was written and is not in BACKUP_TO.`);
      await finishWindDownStep(tools.db, state, name);
      return [
        `The archive is ${name}. Copy it, with the key that opens it, to where it is kept.`,
        `Read it to its end once: npm run restore -- ${name} --check (docs/backup.md).`,
      ];
    }
    case "delete": {
      await deleteEverything(tools.db);
      const files = await tools.deleteFiles();
      const left = await tools.db.droppedPicture.count();
      if (left > 0) throw unfinished(`${plural(left, "file")} could not be deleted from the store.`);
      return [`Deleted everything, and ${plural(files, "file")}. Stop the web processes and workers now.`];
    }
  }
}

async function announce(tools: WindDownTools, step: "announce" | "remind", state: WindDown): Promise<string[]> {
  const { db, queue, billing } = tools;
  const stopped = billing ? await stopRenewals(billing, tools.now()) : NOTHING;
  const notice = step === "announce" ? "announcement" : "reminder";
  const told = await writeWindDownMails(db, queue, { notice, state });
  refuseFailures("could not be stopped", stopped);
  return [
    `Stopped the renewal of ${plural(stopped.done, "subscription")}.`,
    `Wrote to ${plural(told, "customer")}. The workers send the mails.`,
  ];
}

async function end(tools: WindDownTools, state: WindDown): Promise<string[]> {
  const { db, billing } = tools;
  const stopped = await stopAllCrawls(db, tools.now());
  // The announced time: so that a repetition comes to the same amounts.
  const when = { end: state.endedAt ?? tools.now(), now: tools.now() };
  const settled = billing ? await settleSubscriptions(billing, when) : NOTHING;
  // Those that a worker claimed while the stage changed.
  const late = await stopAllCrawls(db, tools.now());
  refuseFailures("could not be cancelled or paid back", settled);
  return [
    `Stopped ${plural(stopped + late, "crawl")}. People can read and download, and change nothing.`,
    `Cancelled ${plural(settled.done, "subscription")}, and gave back what was paid for the time after the end.`,
  ];
}

function refuseFailures(what: string, { failures }: Attempts): void {
  if (failures.length === 0) return;
  const reasons = failures.map(({ id, reason }) => `  ${id}: ${reason}`);
  throw unfinished(`${plural(failures.length, "subscription")} ${what}; all others are done.\n${reasons.join("\n")}`);
}

function unfinished(what: string): DomainError {
  return new DomainError("unavailable", `${what}\nPut that right, and run the same command again.`, { retryable: true });
}
