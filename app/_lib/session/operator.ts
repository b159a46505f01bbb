import "server-only";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { findOperator } from "#prisma/queries/operating/find-operator.ts";
import { type OperatorRight, operatorState } from "#worker/core/operating/operator-rights.ts";
import { log } from "#worker/log.ts";
import { getDatabase } from "../database.ts";
import { getSettings } from "../settings.ts";
import { findVisitor } from "./session.ts";

/** A signed-in operator. `email` names them in the operators' log. */
export type Operator = { email: string };

/** Decides once per request. */
const findState = cache(async (): Promise<{ state: "operator" | "needs-code" | "stranger"; email: string }> => {
  const { OPERATORS: operators } = getSettings();
  const visitor = operators.length > 0 ? await findVisitor() : null;
  const person = visitor && (await findOperator(getDatabase(), visitor.userId));
  return person ? { state: operatorState(person, operators), email: person.email } : { state: "stranger", email: "" };
});

/**
 * For the pages and verbs of operators: returns the signed-in operator. All others get the ordinary page "not found", so that they cannot tell
 * that there is something. An operator without two-factor sign-in is led to where it is turned on.
 */
export async function requireOperator(right: OperatorRight): Promise<Operator> {
  const { state, email } = await findState();
  if (state === "needs-code") redirect("/account/two-factor");
  if (state === "stranger") {
    log.warn({ right }, "an operator's page or change was refused");
    notFound();
  }
  return { email };
}
