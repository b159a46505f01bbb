import type { Metadata } from "next";
import { Badge } from "#app/_components/badge.tsx";
import { Banner } from "#app/_components/banner.tsx";
import { Card, CardHeader } from "#app/_components/card.tsx";
import { PageHeader } from "#app/_components/page-header.tsx";
import { getDatabase } from "#app/_lib/database.ts";
import { nextPath } from "#app/_lib/forms/next-path.ts";
import type { PageQuery } from "#app/_lib/forms/page-query.ts";
import { requireMember } from "#app/_lib/session/session.ts";
import { getSettings } from "#app/_lib/settings.ts";
import { findTeams } from "#prisma/queries/teams/find-teams.ts";
import { teamOf } from "#worker/core/people/team-scope.ts";
import { ROLE_WORDS } from "../people/role-words.ts";
import { StartTeamForm } from "./start-team-form.tsx";
import { SwitchForm } from "./switch-form.tsx";

export const metadata: Metadata = { title: "Teams" };

/**
 * The Teams of a person, to change between them. With `next` it is the way to a page of another Team, such as one that a mail links to; `team`
 * is the Team that has the page.
 */
export default async function TeamsPage({ searchParams }: PageQuery) {
  const { next, note, team: wantedId } = await searchParams;
  const member = await requireMember("team.belong");
  const teams = await findTeams(getDatabase(), member.userId);
  const present = teamOf(member.teamId);
  const wanted = teams.find(({ id }) => id === wantedId && id !== present);
  const then = typeof next === "string" ? nextPath(next, getSettings().APP_URL) : undefined;
  return (
    <>
      <PageHeader title="Teams">Each team has its own sites, people and plan.</PageHeader>
      <div className="flex max-w-3xl flex-col gap-6">
        {note === "left" && (
          <Banner tone="success" role="status">
            You left the team.
          </Banner>
        )}
        {wanted && (
          <Banner title={`This page belongs to the team “${wanted.name}”`}>Change to that team, and we open the page.</Banner>
        )}
        <Card>
          <CardHeader title="Your teams" />
          <ul className="divide-y divide-line border-y border-line">
            {(wanted ? [wanted] : teams).map(({ id, name, role }) => (
              <li key={id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-3">
                <p className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-1">
                  <span className="font-medium">{name}</span>
                  <Badge>{ROLE_WORDS[role].name}</Badge>
                </p>
                {id === present ? (
                  <span className="text-sm text-muted">You are in this team now</span>
                ) : (
                  <SwitchForm teamId={id} name={name} next={wanted && then} />
                )}
              </li>
            ))}
          </ul>
        </Card>
        {!wanted && !teams.some(({ role }) => role === "owner") && (
          <Card>
            <CardHeader title="Start a team of your own">With its own sites and people. It is free for one site.</CardHeader>
            <StartTeamForm />
          </Card>
        )}
      </div>
    </>
  );
}
