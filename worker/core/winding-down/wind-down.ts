import { DomainError } from "../errors.ts";

export const WIND_DOWN_STAGES = ["open", "announced", "reminded", "ended", "archived", "deleted"] as const;
export type WindDownStage = (typeof WIND_DOWN_STAGES)[number];

/** The steps of `npm run wind-down`, in their order. */
export const WIND_DOWN_STEPS = ["announce", "remind", "end", "archive", "delete"] as const;
export type WindDownStep = (typeof WIND_DOWN_STEPS)[number];

/** The state of the closing of the service. `isDone` false: the work of the stage is under way, or was interrupted. */
export type WindDown = {
  stage: WindDownStage;
  isDone: boolean;
  /** The day on which the service ends, as it was announced. */
  endsAt: Date | null;
  announcedAt: Date | null;
  remindedAt: Date | null;
  endedAt: Date | null;
  archivedAt: Date | null;
  deletedAt: Date | null;
  /** Name of the backup that is the archive. */
  archive: string | null;
};

export const SERVICE_OPEN: WindDown = {
  ...{ stage: "open", isDone: true, endsAt: null, archive: null },
  ...{ announcedAt: null, remindedAt: null, endedAt: null, archivedAt: null, deletedAt: null },
};

const DAY_MS = 86_400_000;
/** Days before the end on which customers get the first mail, and the second. */
export const FIRST_NOTICE_DAYS = 30;
export const SECOND_NOTICE_DAYS = 7;
/** The second mail is sent at most so many days before the end. */
const SECOND_NOTICE_EARLIEST_DAYS = 10;
/** Days after the end in which people can read and download. */
export const READING_DAYS = 30;

/** The stage that a step leads to, and the one before it. */
const STAGE_OF = {
  announce: { from: "open", to: "announced" },
  remind: { from: "announced", to: "reminded" },
  end: { from: "reminded", to: "ended" },
  archive: { from: "ended", to: "archived" },
  delete: { from: "archived", to: "deleted" },
} as const satisfies Record<WindDownStep, { from: WindDownStage; to: WindDownStage }>;

/** When a step begins, and the day of the end if the operator named one. */
type Begin = { now: Date; endsAt?: Date | undefined };

/** Returns the step that comes next: the one that was interrupted, or the one after the stage; null after the last. */
export function nextStep({ stage, isDone }: WindDown): WindDownStep | null {
  const steps = WIND_DOWN_STEPS.filter((step) => STAGE_OF[step][isDone ? "from" : "to"] === stage);
  return steps[0] ?? null;
}

/**
 * Begins a step. Returns the same value for one that was interrupted, so that it can be repeated until it is done.
 * @throws DomainError `conflict` out of order or too early, `invalid-input` for a day that leaves customers too little time.
 */
export function beginStep(state: WindDown, step: WindDownStep, { now, endsAt }: Begin): WindDown {
  const { from, to } = STAGE_OF[step];
  if (state.stage === to && !state.isDone) return state;
  if (state.stage === "open" && !state.isDone) throw conflict("The announcement is being taken back. Finish that: take-back.");
  if (state.stage !== from) throw conflict(`The stage is “${state.stage}”, and ${step} comes after “${from}”.`);
  if (!state.isDone) throw conflict(`The step before was interrupted. Finish it: ${nextStep(state)}.`);
  const begun = { ...state, stage: to, isDone: false };
  switch (step) {
    case "announce":
      return { ...begun, announcedAt: now, endsAt: checkFirstNotice(endsAt, now) };
    case "remind":
      return { ...begun, remindedAt: now, endsAt: checkSecondNotice(state.endsAt, { endsAt, now }) };
    case "end":
      requireTime("The service ends", state.endsAt, now);
      return { ...begun, endedAt: now };
    case "archive":
      requireTime("People can read and download", readableUntil(state), now);
      return { ...begun, archivedAt: now };
    case "delete":
      return { ...begun, deletedAt: now };
  }
}

/** Records that the work of the stage is done. `archive`: the backup that the step made. */
export function finishStep(state: WindDown, archive: string | null = state.archive): WindDown {
  return { ...state, isDone: true, archive };
}

/**
 * Takes the last step back. Taking the announcement back is work, too, and may be repeated until it is done; after it, the service is open.
 * @throws DomainError `conflict` if there is nothing to take back, and for deletion.
 */
export function takeBack(state: WindDown): WindDown {
  switch (state.stage) {
    case "open":
      if (!state.isDone) return state;
      throw conflict("There is nothing to take back: the service is open.");
    case "announced":
      return { ...state, stage: "open", isDone: false };
    case "reminded":
      return { ...state, stage: "announced", isDone: true, remindedAt: null };
    case "ended":
      return { ...state, stage: "reminded", isDone: true, endedAt: null };
    case "archived":
      return { ...state, stage: "ended", isDone: true, archivedAt: null, archive: null };
    case "deleted":
      throw conflict("What is deleted cannot be taken back. Restore the archive into an empty database: docs/backup.md.");
  }
}

/** Returns until when people can read and download; null while no end is announced. */
export function readableUntil({ endsAt, endedAt }: Pick<WindDown, "endsAt" | "endedAt">): Date | null {
  if (endsAt === null) return null;
  const from = Math.max(endsAt.getTime(), endedAt?.getTime() ?? 0);
  return new Date(from + READING_DAYS * DAY_MS);
}

function checkFirstNotice(endsAt: Date | undefined, now: Date): Date {
  const earliest = earliestDay(now, FIRST_NOTICE_DAYS);
  if (endsAt && endsAt >= earliest) return endsAt;
  throw new DomainError(
    "invalid-input",
    `Name the day of the end, at least ${FIRST_NOTICE_DAYS} days from now: --ends ${dayOf(earliest)} or later.`,
  );
}

/** Returns the day of the end. A later one than announced can be named when the second mail is late. */
function checkSecondNotice(announced: Date | null, { endsAt = announced ?? undefined, now }: Begin): Date {
  const earliest = earliestDay(now, SECOND_NOTICE_DAYS);
  if (!endsAt || !announced || endsAt < announced)
    throw new DomainError("invalid-input", "The end can be later than it was announced, but not earlier.");
  if (endsAt < earliest)
    throw conflict(
      `The second mail comes at least ${SECOND_NOTICE_DAYS} days before the end. Name a later day: --ends ${dayOf(earliest)}.`,
    );
  const first = new Date(endsAt.getTime() - SECOND_NOTICE_EARLIEST_DAYS * DAY_MS);
  if (now < first) throw conflict(`The second mail is not due yet. Run this step on ${dayOf(first)} or the days after it.`);
  return endsAt;
}

function requireTime(what: string, at: Date | null, now: Date): void {
  if (at && now < at) throw conflict(`${what} until ${dayOf(at)}. Run this step then, or later.`);
}

/** Returns the first midnight (UTC) that is so many days away. */
function earliestDay(now: Date, days: number): Date {
  return new Date(Math.ceil((now.getTime() + days * DAY_MS) / DAY_MS) * DAY_MS);
}

/** Returns a day as the command reads and writes it: 2027-01-15. */
export function dayOf(at: Date): string {
  return at.toISOString().slice(0, 10);
}

function conflict(sentence: string): DomainError {
  return new DomainError("conflict", sentence);
}
