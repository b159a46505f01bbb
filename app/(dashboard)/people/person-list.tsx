import Link from "next/link";
import { Badge } from "#app/_components/badge.tsx";
import type { PersonView } from "#prisma/queries/people/find-people.ts";
import { ROLE_WORDS, sitesInWords } from "./role-words.ts";

type PersonListProps = {
  people: readonly PersonView[];
  sites: readonly { id: string; name: string }[];
  ownUserId: string;
  canChange: boolean;
};

/** The people of a Team. */
export function PersonList({ people, sites, ownUserId, canChange }: PersonListProps) {
  return (
    <ul className="divide-y divide-line border-y border-line">
      {people.map((person) => (
        <li key={person.userId} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-3">
          <div className="min-w-0">
            <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
              <span className="font-medium">{person.name}</span>
              {person.userId === ownUserId && <span className="text-sm text-muted">(you)</span>}
              <Badge tone={person.role === "owner" ? "accent" : "neutral"}>{ROLE_WORDS[person.role].name}</Badge>
            </p>
            <p className="text-sm text-muted">
              {person.name !== person.email && `${person.email} · `}
              {sitesInWords(person, sites)}
            </p>
          </div>
          {canChange && (
            <Link href={`/people/${encodeURIComponent(person.userId)}`} className="py-2 text-link">
              Change<span className="sr-only"> {person.name}</span>
            </Link>
          )}
        </li>
      ))}
    </ul>
  );
}
