import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { Banner } from "#app/_components/banner.tsx";
import { Card, CardHeader } from "#app/_components/card.tsx";
import { LocalTime } from "#app/_components/local-time.tsx";
import { PageHeader } from "#app/_components/page-header.tsx";
import { getDatabase } from "#app/_lib/database.ts";
import { noteLook } from "#app/_lib/operating/note-look.ts";
import { requireOperator } from "#app/_lib/session/operator.ts";
import { findSwitches } from "#prisma/queries/operating/find-switches.ts";
import { findTeamForOperator } from "#prisma/queries/operating/find-team-for-operator.ts";
import { PLANS } from "#worker/core/plans.ts";
import { formatCount, plural } from "#worker/core/text/plural.ts";
import { FeatureForms } from "./feature-forms.tsx";
import { HoldForm } from "./hold-form.tsx";
import { MemberList } from "./member-list.tsx";
import { SiteList } from "./site-list.tsx";
import { SubscriptionFacts } from "./subscription-facts.tsx";

type Props = { params: Promise<{ teamId: string }> };

export const metadata: Metadata = { title: "Team" };

/** A look into a team: facts and counts, no secrets and no texts of its pages. The look is noted before anything is shown. */
export default async function OperatorTeamPage({ params }: Props) {
  const operator = await requireOperator("operator.see");
  const teamId = z.uuid().safeParse((await params).teamId).data;
  const db = getDatabase();
  const team = teamId === undefined ? null : await findTeamForOperator(db, { teamId, now: new Date() });
  if (!team) notFound();
  await noteLook(operator, { teamId: team.id, name: team.name });
  const { features } = await findSwitches(db);
  const { counts, mails } = team;
  return (
    <>
      <PageHeader title={team.name}>
        {PLANS[team.plan].name} since <LocalTime at={team.createdAt} />. The team’s activity list says that you looked.
      </PageHeader>
      <div className="flex flex-col gap-6">
        {team.heldAt && (
          <Banner tone="warning" title="Paused by an operator">
            Since <LocalTime at={team.heldAt} />. Reason: {team.heldReason}
          </Banner>
        )}
        <Card>
          <CardHeader title="Plan" />
          <SubscriptionFacts team={team} />
          <p className="mt-3 text-sm text-muted">
            {plural(counts.sites, "site")}, {plural(counts.channels, "channel")}, {plural(counts.apiTokens, "API token")},{" "}
            {plural(counts.words, "word")} in dictionaries. {plural(mails.waiting, "mail")} waiting,{" "}
            {formatCount(mails.refused)} refused.
          </p>
        </Card>
        <Card>
          <CardHeader title="People" />
          <MemberList members={team.members} />
        </Card>
        <Card>
          <CardHeader title="Sites">Cost of the crawls of the last seven days.</CardHeader>
          <SiteList teamId={team.id} sites={team.sites} total={counts.sites} />
        </Card>
        <Card>
          <CardHeader title={team.heldAt ? "Resume the team" : "Pause the team"}>
            {team.heldAt
              ? "Its crawls start again; those that are overdue start within a minute."
              : "Stops the crawls of all its sites. The team sees the reason on every page and in its activity list."}
          </CardHeader>
          <HoldForm teamId={team.id} siteId={null} name={team.name} isHeld={team.heldAt !== null} />
        </Card>
        <Card>
          <CardHeader title="Features">A feature that is off for everyone can be on for this team.</CardHeader>
          <FeatureForms
            teamId={team.id}
            features={features.map(({ name, isOn, teams }) => ({ name, isOn, hasIt: teams.some(({ id }) => id === team.id) }))}
          />
        </Card>
      </div>
    </>
  );
}
