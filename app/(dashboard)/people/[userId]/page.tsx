import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { Card, CardHeader } from "#app/_components/card.tsx";
import { PageHeader } from "#app/_components/page-header.tsx";
import { getDatabase } from "#app/_lib/database.ts";
import { requireMember } from "#app/_lib/session/session.ts";
import { findPeople } from "#prisma/queries/people/find-people.ts";
import { teamOf } from "#worker/core/people/team-scope.ts";
import { AccessForm } from "./access-form.tsx";
import { HandOverForm } from "./hand-over-form.tsx";
import { RemoveForm } from "./remove-form.tsx";

export const metadata: Metadata = { title: "Change a person" };

/** Lets an owner change or remove one person of the Team. */
export default async function PersonPage({ params }: { params: Promise<{ userId: string }> }) {
  const member = await requireMember("people.change");
  const { userId } = await params;
  const found = await findPeople(getDatabase(), { teamId: teamOf(member.teamId), now: new Date() });
  const person = found.people.find((one) => one.userId === decodeURIComponent(userId));
  if (!person) notFound();
  const isSelf = person.userId === member.userId;
  return (
    <>
      <Link href="/people" className="mb-1 inline-block py-1 text-sm text-muted hover:underline">
        ← All people
      </Link>
      <PageHeader title={person.name}>{isSelf ? "This is you" : person.name !== person.email && person.email}</PageHeader>
      <div className="flex max-w-3xl flex-col gap-6">
        <Card>
          <CardHeader title="Access">
            {isSelf && "If you give up being an owner, only another owner can make you one again."}
          </CardHeader>
          <AccessForm person={person} sites={found.sites} />
        </Card>
        {!isSelf && (
          <Card>
            <CardHeader title="Hand the team over">
              {person.name} becomes an owner and you become an editor, in one step. The plan stays as it is.
            </CardHeader>
            <HandOverForm userId={person.userId} name={person.name} />
          </Card>
        )}
        {!isSelf && (
          <Card>
            <CardHeader title="Remove from the team">
              {person.name} sees nothing of the team any more, at once. Invitations that they sent end, too. Their decisions
              stay.
            </CardHeader>
            <RemoveForm userId={person.userId} name={person.name} />
          </Card>
        )}
      </div>
    </>
  );
}
