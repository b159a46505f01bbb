import type { Database, Transaction } from "#prisma/client.ts";
import {
  beginStep,
  dayOf,
  finishStep,
  SERVICE_OPEN,
  takeBack,
  type WindDown,
  type WindDownStep,
} from "#worker/core/winding-down/wind-down.ts";
import { type Acting, recordOperatorAction } from "../operating/record-operator-action.ts";
import { findWindDown, WIND_DOWN_ID } from "./find-wind-down.ts";

const SUBJECT = "the service";

/** Begins a step, or goes on with the one that was interrupted. Two commands at once begin it once. @throws DomainError as `beginStep`. */
export async function beginWindDownStep(
  db: Database,
  step: WindDownStep,
  { operator, now, endsAt }: Acting & { endsAt?: Date | undefined },
): Promise<WindDown> {
  return move(db, { operator, now }, (state) => beginStep(state, step, { now, endsAt }));
}

/** Takes the last step back. @throws DomainError as `takeBack`. */
export async function takeWindDownBack(db: Database, acting: Acting): Promise<WindDown> {
  return move(db, acting, takeBack);
}

/** Records that the work of the present stage is done, unless another command has moved on meanwhile. */
export async function finishWindDownStep(db: Database, begun: WindDown, archive?: string): Promise<void> {
  await db.$transaction(async (tx) => {
    const state = await lock(tx);
    if (state.stage !== begun.stage || state.isDone) return;
    await tx.windDown.update({ where: { id: WIND_DOWN_ID }, data: finishStep(state, archive) });
  });
}

async function move(db: Database, acting: Acting, next: (state: WindDown) => WindDown): Promise<WindDown> {
  return db.$transaction(async (tx) => {
    const before = await lock(tx);
    const after = next(before);
    if (after === before) return before;
    await tx.windDown.update({ where: { id: WIND_DOWN_ID }, data: after });
    const words = { before: before.stage, after: stageWords(after) };
    await recordOperatorAction(tx, { ...acting, kind: "wind_down_moved", subject: SUBJECT, ...words });
    return after;
  });
}

function stageWords({ stage, endsAt }: WindDown): string {
  return stage === "open" || !endsAt ? stage : `${stage}, end on ${dayOf(endsAt)}`;
}

/** Locks the row until the transaction ends, and returns it. */
async function lock(tx: Transaction): Promise<WindDown> {
  await tx.windDown.createMany({ data: [{ id: WIND_DOWN_ID, ...SERVICE_OPEN }], skipDuplicates: true });
  await tx.$queryRaw`SELECT 1 FROM "WindDown" WHERE "id" = ${WIND_DOWN_ID} FOR UPDATE`;
  return findWindDown(tx);
}
