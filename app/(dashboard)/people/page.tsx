import { UserPlus } from "lucide-react";
import type { Metadata } from "next";
import { Banner } from "#app/_components/banner.tsx";
import { ButtonLink, buttonClass } from "#app/_components/button.tsx";
import { Card, CardHeader } from "#app/_components/card.tsx";
import { PageHeader } from "#app/_components/page-header.tsx";
import { getDatabase } from "#app/_lib/database.ts";
import type { PageQuery } from "#app/_lib/forms/page-query.ts";
import { requireMember } from "#app/_lib/session/session.ts";
import { findPeople } from "#prisma/queries/people/find-people.ts";
import { may } from "#worker/core/people/rights.ts";
import { teamOf } from "#worker/core/people/team-scope.ts";
import { plural } from "#worker/core/text/plural.ts";
import { InvitationList } from "./invitation-list.tsx";
import { InviteForm } from "./invite-form.tsx";
import { LeaveForm } from "./leave-form.tsx";
import { PeopleTabs } from "./people-tabs.tsx";
import { PersonList } from "./person-list.tsx";
import { TeamNameForm } from "./team-name-form.tsx";

export const metadata: Metadata = { title: "People" };

const NOTES: Readonly<Record<string, string>> = {
  removed: "Removed. This person has no access to the team any more.",
  "handed-over": "Handed over. You are an editor of the team now.",
};

/** The people of a Team, its open invitations, and the way out. Someone with some Sites only sees just themselves. */
export default async function PeoplePage({ searchParams }: PageQuery) {
  const { note } = await searchParams;
  const member = await requireMember("team.belong");
  const found = await findPeople(getDatabase(), { teamId: teamOf(member.teamId), now: new Date() });
  const { teamName, sites, invitations } = found;
  const seesAll = may(member, "people.see");
  const people = seesAll ? found.people : found.people.filter(({ userId }) => userId === member.userId);
  const canChange = may(member, "people.change");
  const isAlone = found.people.length === 1;
  return (
    <>
      <PageHeader title="People" action={<ButtonLink href="/teams">Your teams</ButtonLink>}>
        {seesAll
          ? `${plural(people.length, "person", "people")} in the team “${teamName}”`
          : `Your place in the team “${teamName}”`}
      </PageHeader>
      {may(member, "activity.see") && <PeopleTabs />}
      <div className="flex max-w-3xl flex-col gap-6">
        {typeof note === "string" && NOTES[note] && (
          <Banner tone="success" role="status">
            {NOTES[note]}
          </Banner>
        )}
        <Card>
          <CardHeader title={seesAll ? "In the team" : "You"}>
            {canChange && isAlone && "You work alone so far. Invite a colleague or a client below."}
          </CardHeader>
          <PersonList people={people} sites={sites} ownUserId={member.userId} canChange={canChange} />
        </Card>
        {seesAll && invitations.length > 0 && (
          <Card>
            <CardHeader title="Invited">They get access once they accept.</CardHeader>
            <InvitationList invitations={invitations} sites={sites} canChange={canChange} />
          </Card>
        )}
        {canChange && (
          <Card>
            <CardHeader title="Invite someone">
              <UserPlus aria-hidden className="mr-1 inline size-4 align-[-3px]" /> We send them a link that works for 7 days.
              They need no account yet.
            </CardHeader>
            <InviteForm sites={sites} />
          </Card>
        )}
        {canChange && (
          <Card>
            <CardHeader title="Team" />
            <TeamNameForm name={teamName} />
          </Card>
        )}
        {may(member, "team.export") && (
          <Card>
            <CardHeader title="Download everything">
              One archive with all sites, pages, issues and their history, words, people, settings and invoices, as JSON and as
              CSV for spreadsheets. It has no passwords or tokens.
            </CardHeader>
            <a href="/people/data" className={buttonClass()}>
              Download the team’s data
            </a>
          </Card>
        )}
        {!isAlone && (
          <Card>
            <CardHeader title="Leave the team">
              You lose access to it at once. Only an owner can invite you again.
              {member.role === "owner" && " If you are the only owner, make someone else an owner first."}
            </CardHeader>
            <LeaveForm teamName={teamName} />
          </Card>
        )}
      </div>
    </>
  );
}
