import type { CheckId } from "../checks/check-kinds.ts";
import type { IssueEventKind } from "../issues/issue.ts";

/** A change of an Issue's state. `by`: the member who made it; null for a Crawl or a change that everyone's rules made. */
export type IssueStep = { id: string; kind: IssueEventKind; at: Date; by: string | null; crawlId: string | null };
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

type Words = (by: string | null, check: CheckId) => string;

const person = (by: string | null): string => by ?? "someone";

/** Words for each kind of step. Those of people name them; those without a person come from a Crawl or the Team's rules. */
const STEP_WORDS: Readonly<Record<IssueEventKind, Words>> = {
  opened: () => "Found on the site",
  fixed: () => "Gone from the site",
  reopened: () => "Back on the site",
  ignored: (by) => `Ignored by ${person(by)}`,
  unignored: (by) => (by === null ? "No longer ignored" : `No longer ignored: ${by} changed it`),
  "marked-fixed": (by) => `Marked as fixed by ${person(by)}`,
  taught: (by, check) => {
    const what = check === "links" ? "Its target is no longer checked" : "Its word is in the dictionary";
    return by === null ? what : `${what}: ${by} changed it`;
  },
  undone: (by) => (by === null ? "The last step was undone" : `${by} undid the last step`),
};

const MAIL_WORDS: Readonly<Record<MailedMoment["what"], string>> = {
  opened: "In the mail about new issues",
  fixed: "In the mail about issues that are gone",
  "first-report": "In the first report by mail",
};

/** Returns a moment in the life of an Issue in a few words: "Ignored by ann@mill.example". */
export function momentWords(moment: IssueMoment, check: CheckId): string {
  if (moment.kind !== "mailed") return STEP_WORDS[moment.kind](moment.by, check);
  const { what, recipients } = moment;
  return `${MAIL_WORDS[what]}, to ${recipients === 1 ? "one recipient" : `${recipients} recipients`}`;
}
