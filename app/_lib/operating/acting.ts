import "server-only";
import type { Acting } from "#prisma/queries/operating/record-operator-action.ts";
import type { Operator } from "../session/operator.ts";

/** Returns who does something now, for the operators' log. */
export function acting({ email }: Operator): Acting {
  return { operator: email, now: new Date() };
}
