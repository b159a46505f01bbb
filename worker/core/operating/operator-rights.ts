/**
 * Lists what operators may do. These are no rights of a Team: no role has one of them, and every operator has all. Each page and verb for
 * operators names one.
 */
export const OPERATOR_RIGHTS = {
  "operator.see": "see the figures, search, and look into a team",
  "operator.hold": "pause and resume a team or a site",
  "operator.switch": "switch parts of the service off and on",
  "operator.announce": "announce incidents on the status page",
} as const;

export type OperatorRight = keyof typeof OPERATOR_RIGHTS;

type Person = { email: string; emailVerified: boolean; hasTwoFactor: boolean };

/** Returns true if a person is an operator: a verified address from the setting OPERATORS. With `needs-code`, two-factor sign-in is still off. */
export function operatorState(person: Person, operators: readonly string[]): "operator" | "needs-code" | "stranger" {
  if (!person.emailVerified || !operators.includes(person.email.toLowerCase())) return "stranger";
  return person.hasTwoFactor ? "operator" : "needs-code";
}
