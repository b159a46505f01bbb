import type { Database } from "#prisma/client.ts";
import type { Planned } from "#test/bench/load/send-at-rate.ts";
import type { Random } from "#test/support/make-random.ts";

export const PAGE_KINDS = ["list of sites", "site", "issue", "team issues, filtered"] as const;
type PageKind = (typeof PAGE_KINDS)[number];

/** Filters that people choose in the list of all issues. */
const FILTERS = [
  "",
  "check=grammar",
  "check=spelling&age=week",
  "q=page-12",
  "sort=newest&section=shop",
  "group=mistake",
  "page=3",
];

type Wanted = {
  db: Database;
  url: string;
  /** The session of a person of each Team, named `team<index>`. */
  cookies: readonly string[];
  sitesOfTeam: number;
  random: Random;
  count: number;
  only?: PageKind | undefined;
};

/** Chooses pages to visit: of all Teams and, in turn, of each kind. Half of the visits to Sites are to the largest. */
export async function planRequests({ db, url, cookies, sitesOfTeam, random, count, only }: Wanted): Promise<Planned[]> {
  const below = (most: number) => Math.floor(random() * most);
  const issuesOf = await Promise.all(cookies.map((_, team) => findIssues(db, `team${team}`)));
  const pathOf = (kind: PageKind, team: number): string => {
    const siteId = `team${team}-${random() < 0.5 ? 0 : below(sitesOfTeam)}`;
    const issues = issuesOf[team] ?? [];
    const issue = issues[below(issues.length)];
    if (kind === "list of sites") return "/sites";
    if (kind === "site") return `/sites/${siteId}`;
    if (kind === "issue") return `/sites/${issue?.siteId}/issues/${issue?.id}`;
    return `/issues?${FILTERS[below(FILTERS.length)]}`;
  };
  return Array.from({ length: count }, (_, at) => {
    const kind = only ?? PAGE_KINDS[at % PAGE_KINDS.length] ?? "site";
    const team = below(cookies.length);
    return { kind, url: `${url}${pathOf(kind, team)}`, cookie: cookies[team] ?? "" };
  });
}

function findIssues(db: Database, teamId: string): Promise<{ id: string; siteId: string }[]> {
  return db.issue.findMany({ where: { site: { teamId }, state: "open" }, take: 200, select: { id: true, siteId: true } });
}
