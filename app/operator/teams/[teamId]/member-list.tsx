import { Badge } from "#app/_components/badge.tsx";
import type { OperatorTeam } from "#prisma/queries/operating/find-team-for-operator.ts";

/** Lists the people of a team with their role. */
export function MemberList({ members }: { members: OperatorTeam["members"] }) {
  if (members.length === 0) return <p className="text-muted">The team has no members.</p>;
  return (
    <ul className="divide-y divide-line">
      {members.map(({ id, email, role, allSites, hasTwoFactor }) => (
        <li key={id} className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 py-2 first:pt-0 last:pb-0">
          <span className="min-w-0 break-words">{email}</span>
          <span className="flex flex-wrap gap-2">
            <Badge>{allSites ? role : `${role}, some sites`}</Badge>
            {hasTwoFactor && <Badge tone="success">Two-factor sign-in</Badge>}
          </span>
        </li>
      ))}
    </ul>
  );
}
