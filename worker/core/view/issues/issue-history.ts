import type { CheckId } from "../../checks/check-kinds.ts";
import { TEXT_CHANGES } from "../../issues/decisions/issue-decision.ts";
import type { IssueEventKind } from "../../issues/issue.ts";

/**
 * A change of an Issue's state. `by`: the member who made it; null for a Crawl or an older rule. `assignee`: the member it was assigned to;
 * null if to none. `until`: the day on which a snooze ends, or `TEXT_CHANGES`. `isByRule`: an IgnoreRule covers it.
 */
export type IssueStep = {
  id: string;
  kind: IssueEventKind;
  at: Date;
  by: string | null;
  crawlId: string | null;
  assignee: string | null;
  until: string | null;
  isByRule: boolean;
};
/** Mails about one Crawl that showed an Issue. */
export type MailedMoment = {
  id: string;
  kind: "mailed";
  what: "opened" | "fixed" | "first-report";
  at: Date;
  recipients: number;
};
/** Something that happened to an Issue. */
export type IssueMoment = IssueStep | MailedMoment;

/** Returns moments by time; of those at the same time, as given, with a mail after the steps that it is about. */
export function inOrder(moments: readonly IssueMoment[]): IssueMoment[] {
  const isMail = ({ kind }: IssueMoment) => (kind === "mailed" ? 1 : 0);
  return [...moments].sort(
    (one, other) => one.at.getTime() - other.at.getTime() || isMail(one) - isMail(other) || stepNumber(one) - stepNumber(other),
  );
}

function stepNumber({ id, kind }: IssueMoment): number {
  return kind === "mailed" ? 0 : Number(id);
}

type Words = (step: IssueStep, check: CheckId) => string;

const DAY = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" });

/** Words for each kind of step. Those of people name them; those without a person come from a Crawl or a rule. */
const STEP_WORDS: Readonly<Record<IssueEventKind, Words>> = {
  opened: () => "Found on the site",
  fixed: () => "Gone from the site",
  reopened: () => "Back on the site",
  ignored: ({ by, isByRule }) => withPerson(isByRule ? "Ignored by a rule" : "Ignored", by),
  unignored: ({ by }) => withPerson("No longer ignored", by),
  "marked-fixed": ({ by }) => withPerson("Marked as fixed", by),
  taught: ({ by }, check) =>
    withPerson(check === "links" ? "Its target is no longer checked" : "Its word is in the dictionary", by),
  undone: ({ by }) => withPerson("The last decision was undone", by),
  snoozed: ({ by, until }) => withPerson(`Snoozed${untilInWords(until)}`, by),
  woken: ({ by }) => withPerson("The snooze ended", by),
  assigned: ({ by, assignee }) => withPerson(assignee === null ? "No longer assigned" : `Assigned to ${assignee}`, by),
};

function withPerson(words: string, by: string | null): string {
  return by === null ? words : `${words}, by ${by}`;
}

function untilInWords(until: string | null): string {
  if (until === null) return "";
  if (until === TEXT_CHANGES) return " until the text changes";
  const day = new Date(until);
  return Number.isNaN(day.getTime()) ? "" : ` until ${DAY.format(day)}`;
}

const MAIL_WORDS: Readonly<Record<MailedMoment["what"], string>> = {
  opened: "In the mail about new issues",
  fixed: "In the mail about issues that are gone",
  "first-report": "In the first report by mail",
};

/** Returns a moment in the life of an Issue in a few words: "Ignored, by ann@mill.example". */
export function momentWords(moment: IssueMoment, check: CheckId): string {
  if (moment.kind !== "mailed") return STEP_WORDS[moment.kind](moment, check);
  const { what, recipients } = moment;
  return `${MAIL_WORDS[what]}, to ${recipients === 1 ? "one recipient" : `${recipients} recipients`}`;
}
