import type { Database } from "#prisma/client.ts";
import type { DataRecord } from "#worker/core/view/team-data/data-cell.ts";
import { findAllWords } from "../words/find-all-words.ts";
import { findSiteRecords, type SiteRecords } from "./find-site-records.ts";

/** A list of a Team's data. `read` begins it from the start each time; records come in batches. */
export type DataList = { name: string; headings: readonly string[]; read(): AsyncGenerator<DataRecord[]> };

type Wanted = { teamId: string };

const TEAM = { name: true, plan: true, createdAt: true, proTrialEndsAt: true } as const;
const SITE = {
  ...{ id: true, name: true, startUrl: true, language: true, timeZone: true, crawlHour: true, pageLimit: true, maxDepth: true },
  ...{ include: true, exclude: true, ignoredLinks: true, styleRules: true, pausedBy: true, provenAt: true, createdAt: true },
} as const;
const RULE = {
  id: true,
  kind: true,
  term: true,
  replacement: true,
  forms: true,
  pages: true,
  exceptPages: true,
  changedAt: true,
} as const;
const CHANNEL = { id: true, kind: true, name: true, addressShown: true, allSites: true, createdAt: true } as const;

/** Lists everything that a Team has, without secrets: no passwords, tokens, keys or sign-ins of sites. For an owner, who sees all Sites. */
export function findTeamData(db: Database, { teamId }: Wanted): DataList[] {
  const ofTeam = { where: { teamId }, orderBy: { id: "asc" } } as const;
  const sitesOfTeam = () => db.site.findMany({ ...ofTeam, select: SITE });
  const perSite = (list: keyof SiteRecords) =>
    async function* () {
      for (const { id } of await sitesOfTeam()) yield* findSiteRecords(db, id)[list]();
    };
  return [
    atOnce("team", Object.keys(TEAM), async () => [await db.team.findUniqueOrThrow({ where: { id: teamId }, select: TEAM })]),
    atOnce("people", ["name", "email", "role", "allSites", "siteIds", "joinedAt"], () => findPeopleRecords(db, teamId)),
    atOnce("sites", Object.keys(SITE), sitesOfTeam),
    { name: "recipients", headings: ["siteId", "email", "confirmedAt", "unsubscribedAt"], read: perSite("recipients") },
    { name: "pages", headings: ["siteId", "url", "title", "status", "gone", "lastVisitedAt"], read: perSite("pages") },
    {
      name: "issues",
      headings: [
        ...["id", "siteId", "check", "rule", "severity", "confidence", "state", "text", "suggestions", "excerpt", "message"],
        ...["firstUrl", "pageCount", "openedAt", "fixedAt"],
      ],
      read: perSite("issues"),
    },
    { name: "issue-events", headings: ["id", "siteId", "issueId", "kind", "at", "quiet"], read: perSite("events") },
    {
      name: "crawls",
      headings: [
        ...["id", "siteId", "reason", "state", "queuedAt", "startedAt", "finishedAt", "pagesDone", "pagesFailed"],
        ...["pagesChanged", "linksChecked", "opened", "fixed", "failureMessage"],
      ],
      read: perSite("crawls"),
    },
    { name: "words", headings: ["siteId", "word", "withEndings", "createdAt"], read: () => findWordRecords(db, teamId) },
    atOnce("house-style", Object.keys(RULE), () => db.houseRule.findMany({ ...ofTeam, select: RULE })),
    atOnce("channels", Object.keys(CHANNEL), () =>
      db.channel.findMany({ ...ofTeam, where: { teamId, removedAt: null }, select: CHANNEL }),
    ),
  ];
}

/** Makes a list of few records, which are read at once. */
function atOnce(name: string, headings: readonly string[], find: () => Promise<DataRecord[]>): DataList {
  return {
    name,
    headings,
    async *read() {
      yield await find();
    },
  };
}

async function findPeopleRecords(db: Database, teamId: string): Promise<DataRecord[]> {
  const members = await db.member.findMany({
    where: { teamId },
    orderBy: { userId: "asc" },
    include: { user: { select: { name: true, email: true } } },
  });
  return members.map(({ user, role, allSites, siteIds, createdAt }) => ({
    ...{ name: user.name, email: user.email, role, allSites, siteIds, joinedAt: createdAt },
  }));
}

/** Reads the Team's words, then those of each of its Sites. */
async function* findWordRecords(db: Database, teamId: string): AsyncGenerator<DataRecord[]> {
  const sites = await db.site.findMany({ where: { teamId }, orderBy: { id: "asc" }, select: { id: true } });
  for (const siteId of [null, ...sites.map(({ id }) => id)])
    for await (const words of findAllWords(db, { teamId, siteId }))
      yield words.map(({ word, withEndings, createdAt }) => ({ siteId, word, withEndings, createdAt }));
}
