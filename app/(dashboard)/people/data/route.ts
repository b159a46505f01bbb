import { getDatabase } from "#app/_lib/database.ts";
import { requireMember } from "#app/_lib/session/session.ts";
import { listInvoices } from "#app/_lib/stripe/list-invoices.ts";
import { getStripe } from "#app/_lib/stripe/stripe.ts";
import { answerTeamData } from "#app/_lib/team-data/answer-team-data.ts";
import { teamOf } from "#worker/core/people/team-scope.ts";

/** Invoices in one answer of Stripe: those of eight years by the month. */
const ALL = 100;

/** Answers an owner with all data of the team, as a ZIP archive. */
export async function GET(): Promise<Response> {
  const { teamId, userId } = await requireMember("team.export");
  const dependencies = {
    db: getDatabase(),
    now: new Date(),
    listInvoices: (customer: string) => listInvoices(getStripe(), customer, ALL),
  };
  return answerTeamData(dependencies, { teamId: teamOf(teamId), userId });
}
