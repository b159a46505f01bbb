import { withStripe } from "#app/_lib/stripe/with-stripe.ts";
import { previewSubscriptions } from "#app/_lib/winding-down/preview-refunds.ts";
import { isSwitchedOn } from "#prisma/queries/operating/is-switched-on.ts";
import { countEverything } from "#prisma/queries/winding-down/delete-everything.ts";
import { findWindDown } from "#prisma/queries/winding-down/find-wind-down.ts";
import { countWindDownReaders } from "#prisma/queries/winding-down/write-wind-down-mails.ts";
import { formatMoney } from "#worker/core/operating/monthly-revenue.ts";
import { plural } from "#worker/core/text/plural.ts";
import {
  beginStep,
  dayOf,
  readableUntil,
  takeBack,
  type WindDown,
  type WindDownStep,
} from "#worker/core/winding-down/wind-down.ts";
import { requireArchive } from "./require-archive.ts";
import { requirePayments } from "./require-payments.ts";
import type { WindDownTools } from "./wind-down-tools.ts";

const NO_ANSWER = "Stripe does not answer, or refuses the key. Nothing was changed.";

/** The steps with parts that cannot be taken back. */
export const FOR_GOOD: ReadonlySet<WindDownStep> = new Set(["end", "delete"]);

/** Returns what a step would do, in words, and changes nothing. @throws DomainError as the step itself would. */
export async function lookAtStep(
  tools: WindDownTools,
  step: WindDownStep,
  { endsAt }: { endsAt?: Date | undefined } = {},
): Promise<string[]> {
  const { db } = tools;
  await requirePayments(tools);
  const state = beginStep(await findWindDown(db), step, { now: tools.now(), endsAt });
  switch (step) {
    case "announce":
    case "remind":
      return lookAtNotice(tools, step, state);
    case "end":
      return lookAtEnd(tools, state);
    case "archive":
      return ["It would write a backup to BACKUP_TO, which is the archive. Workers then make no more daily backups."];
    case "delete": {
      await requireArchive(tools);
      const { people, teams, sites, pages, pictures, files } = await countEverything(db);
      return [
        `It would delete ${plural(people, "account")}, ${plural(teams, "team")}, ${plural(sites, "site")}, ${plural(pages, "page")} and ${plural(pictures + files, "file")}.`,
        `The archive ${state.archive} stays. Invoices stay at Stripe.`,
        "This cannot be taken back: only restoring the archive brings it back.",
      ];
    }
  }
}

/** Returns what taking the last step back would do, and what it cannot bring back. @throws DomainError if there is nothing to take back. */
export async function lookAtTakingBack({ db }: Pick<WindDownTools, "db">): Promise<string[]> {
  const before = await findWindDown(db);
  const { stage } = takeBack(before);
  if (stage === "open")
    return [
      "It would open sign-ups and sales again, let the subscriptions renew whose renewal was stopped, and write to every customer that the service goes on.",
      "A subscription that has ended meanwhile stays ended, and its team goes to Free. The mails that were sent stay sent.",
    ];
  const lost = {
    reminded: "Cancelled subscriptions and refunds stay as they are.",
    announced: "The mails that were sent stay sent.",
  };
  const rest = stage === "reminded" || stage === "announced" ? [lost[stage]] : ["The backup stays where it is."];
  return [`It would go back to the stage “${stage}”.`, ...rest];
}

/** Returns how far the closing is, in words. */
export function describeWindDown(state: WindDown): string[] {
  const { stage, isDone, endsAt, archive } = state;
  const until = readableUntil(state);
  return [
    `Stage: ${stage}${isDone ? "" : ", but its work was interrupted"}.`,
    ...(stage !== "open" && endsAt && until
      ? [`The end: ${dayOf(endsAt)}. People can read and download until ${dayOf(until)}.`]
      : []),
    ...(archive ? [`The archive: ${archive}.`] : []),
  ];
}

async function lookAtNotice({ db, billing }: WindDownTools, step: "announce" | "remind", state: WindDown): Promise<string[]> {
  const readers = await countWindDownReaders(db);
  const found = billing && (await withStripe(NO_ANSWER, () => previewSubscriptions(billing, null)));
  const mails = (await isSwitchedOn(db, "mails")) ? "" : " Mails are switched off at the moment, so they would wait.";
  const closes = step === "announce" ? ["Sign-ups, sales and trials would close. Plans stay as they are until the end."] : [];
  return [
    `The end would be ${state.endsAt ? dayOf(state.endsAt) : "open"}.`,
    ...closes,
    `${plural(readers, "customer")} would get a mail.${mails}`,
    found
      ? `Of ${plural(found.running, "running subscription")}, ${found.renewing} would no longer renew.`
      : "Payments are not set up, so there are no subscriptions.",
  ];
}

async function lookAtEnd({ db, billing }: WindDownTools, state: WindDown): Promise<string[]> {
  const crawls = await db.crawl.count({ where: { state: { in: ["queued", "running"] } } });
  const found = billing && (await withStripe(NO_ANSWER, () => previewSubscriptions(billing, state.endedAt)));
  const amounts = found?.amounts.map(formatMoney).join(" and ") || "nothing";
  return [
    `${plural(crawls, "crawl")} would stop, and no other would start. People could read and download, and change nothing.`,
    ...(found
      ? [
          `${plural(found.running, "subscription")} would be cancelled, and ${amounts} given back in ${plural(found.refunds, "refund")}.`,
          "Cancelled subscriptions and refunds cannot be taken back; the rest can.",
        ]
      : ["Payments are not set up, so there is nothing to cancel or give back."]),
  ];
}
