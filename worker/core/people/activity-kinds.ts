/** The facts of an activity: `subject` is the name of the person that it was about, `detail` a name, a role or a number. */
type About = { subject: string; detail: string };
type Words = (about: About) => string;

const count = (detail: string, one: string, many = `${one}s`) => (detail === "1" ? `1 ${one}` : `${detail} ${many}`);

/** Words for each thing that people do in a Team, to follow the name of the person. A new kind is one line here. */
export const ACTIVITY_KINDS = {
  team_created: () => "started the team",
  team_renamed: ({ detail }) => `named the team “${detail}”`,
  trial_started: () => "started the free trial of Pro",
  plan_changed: ({ detail }) => `changed the plan to ${detail}`,
  data_downloaded: () => "downloaded the team’s data",
  person_invited: ({ subject, detail }) => `invited ${subject} as ${detail}`,
  invitation_sent_again: ({ subject }) => `sent the invitation to ${subject} again`,
  invitation_withdrawn: () => "withdrew an invitation",
  person_joined: ({ detail }) => `joined the team as ${detail}`,
  person_changed: ({ subject, detail }) => `changed what ${subject} may do: ${detail}`,
  person_removed: ({ subject }) => `removed ${subject} from the team`,
  person_left: () => "left the team",
  team_handed_over: ({ subject }) => `handed the team over to ${subject}`,
  site_added: () => "added the site",
  site_deleted: ({ detail }) => `deleted the site “${detail}”`,
  restored: ({ detail }) => `restored ${detail}`,
  site_changed: ({ detail }) => `changed the settings: ${detail}`,
  site_verified: () => "verified the site",
  site_paused: () => "paused the site",
  site_resumed: () => "resumed the site",
  crawl_started: () => "started a crawl",
  crawl_stopped: () => "stopped a crawl",
  page_checked: () => "checked a page",
  issues_ignored: ({ detail }) => `ignored ${count(detail, "issue")}`,
  issues_restored: ({ detail }) => `stopped ignoring ${count(detail, "issue")}`,
  issues_marked_fixed: ({ detail }) => `marked ${count(detail, "issue")} as fixed`,
  issues_snoozed: ({ detail }) => `snoozed ${count(detail, "issue")}`,
  issues_woken: ({ detail }) => `ended the snooze of ${count(detail, "issue")}`,
  issues_assigned: ({ subject, detail }) => `assigned ${count(detail, "issue")} to ${subject}`,
  issues_unassigned: ({ detail }) => `took back the assignment of ${count(detail, "issue")}`,
  decision_undone: ({ detail }) => `undid a decision about ${count(detail, "issue")}`,
  ignoring_added: ({ detail }) => `ignored more: ${detail}`,
  ignoring_ended: () => "stopped ignoring something",
  address_shared: ({ detail }) => `made an address for people without an account: ${detail}`,
  address_ended: () => "ended an address for people without an account",
  report_made: () => "made a report as PDF",
  brand_changed: () => "changed the name or logo on reports",
  words_added: ({ detail }) => `added ${count(detail, "word")} to the dictionary`,
  words_removed: ({ detail }) => `removed ${count(detail, "word")} from the dictionary`,
  style_rules_added: ({ detail }) => `added or changed ${count(detail, "rule")} of house style`,
  style_rule_deleted: () => "deleted a rule of house style",
  recipient_added: () => "added an address for the mails",
  channel_added: ({ detail }) => `added the channel “${detail}”`,
  channel_changed: () => "changed a channel",
  channel_removed: () => "removed a channel",
  token_created: ({ detail }) => `created the API token “${detail}”`,
  token_deleted: () => "deleted an API token",
  operator_looked: () => "looked into the team for support; nothing was changed",
  operator_team_held: ({ detail }) => `paused the crawls of the team: ${detail}`,
  operator_team_released: () => "resumed the crawls of the team",
  operator_site_held: ({ detail }) => `paused the site: ${detail}`,
  operator_site_released: () => "resumed the site",
  recipient_removed: () => "removed an address from the mails",
  recipient_tried_again: () => "started the mails to an address again that had come back",
} as const satisfies Record<string, Words>;

export type ActivityKind = keyof typeof ACTIVITY_KINDS;

/** Returns what a person did, in words; kinds of later versions have none. */
export function activityWords(kind: string, about: About): string {
  return isKnown(kind) ? ACTIVITY_KINDS[kind](about) : "did something";
}

function isKnown(kind: string): kind is ActivityKind {
  return Object.hasOwn(ACTIVITY_KINDS, kind);
}
