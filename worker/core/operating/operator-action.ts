type Facts = { subject: string; before: string; after: string };

const from = ({ before, after }: Facts) =>
  before === "" && after === "" ? "" : `: ${before || "nothing"} → ${after || "nothing"}`;

/** Words for each thing that operators do, to follow their address. A new kind is one line here. */
export const OPERATOR_ACTIONS = {
  looked: ({ subject }) => `looked into the team “${subject}”`,
  team_held: ({ subject }) => `paused the team “${subject}”`,
  team_released: ({ subject }) => `resumed the team “${subject}”`,
  site_held: ({ subject }) => `paused the site “${subject}”`,
  site_released: ({ subject }) => `resumed the site “${subject}”`,
  switched: (facts) => `switched ${facts.subject}${from(facts)}`,
  feature_given: (facts) => `changed who has ${facts.subject}${from(facts)}`,
  incident_announced: ({ subject }) => `announced “${subject}”`,
  incident_ended: (facts) => `set the end of “${facts.subject}”${from(facts)}`,
  incident_withdrawn: ({ subject }) => `withdrew “${subject}”`,
  wind_down_settled: ({ subject }) => `recorded that the refund of ${subject} was paid outside Stripe`,
  wind_down_moved: (facts) => `moved the closing of ${facts.subject}${from(facts)}`,
} as const satisfies Record<string, (facts: Facts) => string>;

export type OperatorActionKind = keyof typeof OPERATOR_ACTIONS;

/** Returns what an operator did, in words; kinds of later versions have none. */
export function operatorActionWords(kind: string, facts: Facts): string {
  return isKnown(kind) ? OPERATOR_ACTIONS[kind](facts) : "did something";
}

function isKnown(kind: string): kind is OperatorActionKind {
  return Object.hasOwn(OPERATOR_ACTIONS, kind);
}
