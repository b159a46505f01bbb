import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { Card, CardHeader } from "#app/_components/card.tsx";
import { getDatabase } from "#app/_lib/database.ts";
import { requireMember } from "#app/_lib/session/session.ts";
import { findHouseRule } from "#prisma/queries/style/find-house-rules.ts";
import { teamOf } from "#worker/core/people/team-scope.ts";
import { EditRuleForm } from "./edit-rule-form.tsx";

export const metadata: Metadata = { title: "Edit a rule" };

/** One rule of the Team, to be changed. */
export default async function HouseRulePage({ params }: { params: Promise<{ ruleId: string }> }) {
  const { teamId } = await requireMember("style.change");
  const ruleId = z.uuid().safeParse((await params).ruleId);
  const rule = ruleId.success ? await findHouseRule(getDatabase(), { teamId: teamOf(teamId), ruleId: ruleId.data }) : null;
  if (!rule) notFound();
  return (
    <Card className="max-w-3xl">
      <CardHeader title={`Edit “${rule.term}”`}>Issues that no longer match are closed in about a minute.</CardHeader>
      <EditRuleForm rule={rule} />
    </Card>
  );
}
