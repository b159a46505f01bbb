import { userInfo } from "node:os";
import { parseArgs } from "node:util";
import { createStripe } from "#app/_lib/stripe/create-stripe.ts";
import { makeBackup } from "#prisma/backup/make-backup.ts";
import { openBackupPlace } from "#prisma/backup/open-backup-place.ts";
import { createDatabase } from "#prisma/client.ts";
import { openPictureStore } from "#prisma/pictures/open-picture-store.ts";
import { beginBackup } from "#prisma/queries/backups/begin-backup.ts";
import { findWindDown } from "#prisma/queries/winding-down/find-wind-down.ts";
import { settleOutside } from "#prisma/queries/winding-down/wind-down-subscriptions.ts";
import { createQueue } from "#prisma/queue.ts";
import { DomainError } from "#worker/core/errors.ts";
import { parsePaymentSettings, parseStorageSettings } from "#worker/core/settings.ts";
import { nextStep, WIND_DOWN_STEPS } from "#worker/core/winding-down/wind-down.ts";
import { deleteDroppedPictures } from "#worker/jobs/delete-dropped-pictures.ts";
import { log } from "#worker/log.ts";
import { loadEnvironmentFile } from "./prepare/run-environment.ts";
import { withOwnDatabase } from "./prepare/with-own-database.ts";
import { runCommand } from "./report/run-command.ts";
import { createTerminal } from "./report/terminal.ts";
import { describeWindDown, FOR_GOOD, lookAtStep, lookAtTakingBack } from "./winding-down/look-at-step.ts";
import { takeStep, takeStepBack } from "./winding-down/take-step.ts";
import type { WindDownTools } from "./winding-down/wind-down-tools.ts";

const USAGE = `Usage: npm run wind-down                       says how far the closing is, and what its next step would do
       npm run wind-down -- <step>             says what a step would do: ${WIND_DOWN_STEPS.join(", ")}
       npm run wind-down -- <step> --do        takes it; if that is interrupted, the same command finishes it
       npm run wind-down -- take-back [--do]   takes the last step back
       npm run wind-down -- settled <id>       records that Stripe's refund for this subscription was paid outside Stripe
Options: --ends <2027-01-15>   the day of the end, for announce, and for a remind that is late
         --for-good            instead of --do for ${[...FOR_GOOD].join(" and ")}, which cannot be taken back wholly
See docs/winding-down.md.`;

const OPTIONS = {
  do: { type: "boolean", default: false },
  "for-good": { type: "boolean", default: false },
  ends: { type: "string" },
  help: { type: "boolean", short: "h", default: false },
} as const;

const terminal = createTerminal(process.stdout);

/** Runs `npm run wind-down`: shows, takes, or takes back a step of the closing of the service. */
async function main(args: string[]): Promise<void> {
  const { values, positionals } = readArguments(args);
  const [command, id, ...more] = positionals;
  if (values.help || more.length > 0 || (id !== undefined) !== (command === "settled")) {
    terminal.say(USAGE);
    process.exitCode = values.help ? 0 : 2;
    return;
  }
  const endsAt = readDay(values.ends);
  loadEnvironmentFile();
  await withTools(async (tools) => {
    if (command === undefined) return showState(tools);
    if (command === "settled") {
      await settleOutside(tools.db, { id: id ?? "", operator: tools.operator, now: tools.now() });
      return [`Recorded. Run the step “end” again.`];
    }
    if (command === "take-back")
      return values.do ? takeStepBack(tools) : [...(await lookAtTakingBack(tools)), "To do it, add --do."];
    const step = WIND_DOWN_STEPS.find((each) => each === command);
    if (!step) throw new DomainError("invalid-input", USAGE);
    const flag = FOR_GOOD.has(step) ? "for-good" : "do";
    if (values[flag]) return takeStep(tools, step, { endsAt });
    return [...(await lookAtStep(tools, step, { endsAt })), `Nothing was changed. To do it, add --${flag}.`];
  });
}

async function showState(tools: WindDownTools): Promise<string[]> {
  const state = await findWindDown(tools.db);
  const step = nextStep(state);
  const lines = describeWindDown(state);
  if (step === null) return [...lines, state.isDone ? "There is no next step." : "Finish taking back: take-back --do."];
  return [...lines, `Next step: ${step}.`, ...(await lookOrRefusal(tools, step))];
}

/** Returns what the next step would do, or why it cannot be taken now. */
async function lookOrRefusal(tools: WindDownTools, step: (typeof WIND_DOWN_STEPS)[number]): Promise<string[]> {
  try {
    return await lookAtStep(tools, step);
  } catch (error) {
    if (error instanceof DomainError) return [error.message];
    throw error;
  }
}

async function withTools(use: (tools: WindDownTools) => Promise<string[]>): Promise<void> {
  const [settings, payments] = [parseStorageSettings(process.env), parsePaymentSettings(process.env)];
  const now = () => new Date();
  await withOwnDatabase(terminal, async (databaseUrl) => {
    const db = createDatabase(databaseUrl, 5);
    const queue = await createQueue(databaseUrl, (error) => log.error({ err: error }, "the queue lost its connection"));
    const stripe = payments.STRIPE_SECRET_KEY ? createStripe(payments) : null;
    const makeArchive = async () => (await makeBackup({ db, databaseUrl, settings, now }, await beginBackup(db, now()))).name;
    try {
      const lines = await use({
        ...{ db, queue, now, operator: `${userInfo().username} (npm run wind-down)` },
        billing: stripe && { db, queue, stripe, settings: payments },
        makeArchive: () => terminal.step("Writing the archive", makeArchive),
        hasArchive: async (name) => (await openBackupPlace(settings)?.list())?.includes(name) ?? false,
        deleteFiles: () => deleteDroppedPictures({ db, store: openPictureStore(settings), log }),
      });
      for (const line of lines) terminal.say(line);
    } finally {
      await queue.stop({ graceful: false });
      await db.$disconnect();
    }
  });
}

function readArguments(args: string[]) {
  try {
    return parseArgs({ args, options: OPTIONS, allowPositionals: true });
  } catch (error) {
    throw new DomainError("invalid-input", `${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
  }
}

/** Reads a day as its first moment in UTC. @throws DomainError for anything else */
function readDay(text: string | undefined): Date | undefined {
  if (text === undefined) return undefined;
  const day = new Date(`${text}T00:00:00.000Z`);
  if (Number.isNaN(day.getTime()) || day.toISOString().slice(0, 10) !== text)
    throw new DomainError("invalid-input", `--ends must be a day like 2027-01-15; this is “${text}”.`);
  return day;
}

await runCommand(terminal, main);
