import type { Database } from "#prisma/client.ts";
import type { PlanFacts } from "#worker/core/billing/plan-in-force.ts";
import type { PlanId } from "#worker/core/plans.ts";
import type { WindDown } from "#worker/core/winding-down/wind-down.ts";
import { type WindDownEffects, windDownEffects } from "#worker/core/winding-down/wind-down-effects.ts";
import { windDownNotice } from "#worker/core/winding-down/wind-down-words.ts";
import { WIND_DOWN_ID } from "../winding-down/find-wind-down.ts";
import type { TeamView } from "./find-teams.ts";

/** The facts in the frame around every signed-in page: the person's Teams in the order in which they joined, and notices about the Team. */
export type Frame = { teams: TeamView[]; service: ServiceNotice; plan: PlanFacts; effects: WindDownEffects };

/** That the service closes, that an operator paused the Team and why, and what is stopped for everyone. */
export type ServiceNotice = {
  closing: { title: string; text: string } | null;
  held: { reason: string | null } | null;
  stopped: string[];
};

type Row = {
  teams: TeamView[] | null;
  heldAt: Date | null;
  heldReason: string | null;
  proTrialEndsAt: Date | null;
  plan: PlanId | null;
  status: string | null;
  pastDueSince: Date | null;
  stage: WindDown["stage"] | null;
  endsAt: Date | null;
  endedAt: Date | null;
  switchedOff: string[];
};

const WORDS: Readonly<Record<string, string>> = { crawls: "all crawls", mails: "all mails" };

/** Returns what the frame shows to a person in a Team, in one statement; null when the Team is gone. */
export async function findFrame(db: Database, { userId, teamId }: { userId: string; teamId: string }): Promise<Frame | null> {
  const [row] = await db.$queryRaw<Row[]>`
    SELECT /* prepared */ team."heldAt", team."heldReason", team."proTrialEndsAt",
      subscription."plan"::text AS "plan", subscription."status", subscription."pastDueSince",
      closing."stage"::text AS "stage", closing."endsAt", closing."endedAt",
      (SELECT jsonb_agg(jsonb_build_object('id', own."id", 'name', own."name", 'role', member."role")
          ORDER BY member."createdAt", member."teamId")
        FROM "Member" AS member JOIN "Team" AS own ON own."id" = member."teamId" WHERE member."userId" = ${userId}) AS "teams",
      ARRAY(SELECT "name" FROM "Switch" WHERE "name" = ANY(${Object.keys(WORDS)}) AND NOT "isOn" ORDER BY "name") AS "switchedOff"
    FROM "Team" AS team LEFT JOIN "Subscription" AS subscription ON subscription."teamId" = team."id"
      LEFT JOIN "WindDown" AS closing ON closing."id" = ${WIND_DOWN_ID}
    WHERE team."id" = ${teamId}`;
  if (!row) return null;
  const { teams, heldAt, heldReason, proTrialEndsAt, plan, status, pastDueSince, endsAt, endedAt, switchedOff } = row;
  const stage = row.stage ?? "open";
  return {
    teams: teams ?? [],
    service: {
      closing: windDownNotice({ stage, endsAt, endedAt }),
      held: heldAt && { reason: heldReason },
      stopped: switchedOff.flatMap((name) => WORDS[name] ?? []),
    },
    plan: { proTrialEndsAt, subscription: plan && status ? { plan, status, pastDueSince } : null },
    effects: windDownEffects(stage),
  };
}
