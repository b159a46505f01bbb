import { DomainError } from "#worker/core/errors.ts";
import { type Holder, type Right, refusalOf } from "#worker/core/people/rights.ts";

/** Throws a DomainError `forbidden` with the reason if a Member does not have a right. */
export function checkRight(member: Holder, right: Right): void {
  const refusal = refusalOf(member, right);
  if (refusal !== null) throw new DomainError("forbidden", refusal);
}
