import type { Database, Transaction } from "#prisma/client.ts";
import { storedBlockKind } from "#prisma/stored-json.ts";
import { createHouseStyle, type HouseStyle } from "#worker/core/checks/style/house-style.ts";
import type { StyleMatch } from "#worker/core/checks/style/rule-matcher.ts";
import type { TeamScope } from "#worker/core/people/team-scope.ts";
import { sitesOf } from "../sites/site-filter.ts";
import type { NewRule } from "./add-house-rules.ts";
import { withinTime } from "./within-time.ts";

/** One place at which a rule would speak. */
export type TrialMatch = {
  text: string;
  suggestion: string | null;
  excerpt: string;
  url: string;
  siteId: string;
  siteName: string;
};

/** Matches of some rules in the texts on record. */
export type RuleTrial = {
  /** Places, on so many pages. */
  matches: number;
  pages: number;
  /** The first of them, each text once. */
  samples: TrialMatch[];
  /** There are more different sentences than these. */
  hasMore: boolean;
  /** Pages that lack a text that they must have, and the first of them. */
  lacking: number;
  lackingSamples: TrialMatch[];
  /** There was more text, or more matches, than could be tried in time. */
  isPartial: boolean;
};

const SAMPLES = 20;
const LACKING_SAMPLES = 5;
/** Texts matched between two looks at the clock, and the time after which no more are read. */
const BATCH = 2_000;
const PATIENCE_MS = 4_000;
const MOST_TEXTS = 20_000;
const TOO_SLOW =
  "Your sites have so much text that the trial took too long. Add the rules, and see their issues in a few minutes.";

type MatchedText = { text: string; matches: StyleMatch[] };
type SiteRow = { id: string; name: string };

/**
 * Tries rules on the texts that a Team's pages have now, without keeping anything. `elapsedMs` says how long it took so far.
 * @throws DomainError `unavailable` when it takes too long
 */
export async function findRuleMatches(
  db: Database,
  { teamId, rules, elapsedMs }: { teamId: TeamScope; rules: readonly NewRule[]; elapsedMs(): number },
): Promise<RuleTrial> {
  const ready = rules.map((rule, index) => ({ ...rule, id: String(index), changedAt: new Date(0) }));
  const style = createHouseStyle(ready);
  return withinTime(db, PATIENCE_MS, TOO_SLOW, async (tx) => {
    const trial: RuleTrial = {
      matches: 0,
      pages: 0,
      samples: [],
      hasMore: false,
      lacking: 0,
      lackingSamples: [],
      isPartial: false,
    };
    const sites = await tx.site.findMany({
      where: sitesOf(teamId),
      orderBy: [{ name: "asc" }, { id: "asc" }],
      select: { id: true, name: true },
    });
    for (const site of sites) {
      const { texts, isWhole } = await matchTexts(tx, site.id, style, elapsedMs);
      if (texts.size > 0 || style.requiredSubjects.length > 0) await addSite(tx, trial, { site, texts, style, isWhole });
      trial.isPartial ||= !isWhole;
    }
    return trial;
  });
}

/** Matches a Site's texts. Those of earlier times are among them: what counts is where they are placed now. */
async function matchTexts(tx: Transaction, siteId: string, { match }: HouseStyle, elapsedMs: () => number) {
  const texts = new Map<string, MatchedText>();
  for (let after = ""; ; ) {
    if (elapsedMs() > PATIENCE_MS || texts.size > MOST_TEXTS) return { texts, isWhole: false };
    const blocks = await tx.$queryRaw<{ hash: string; kind: string; text: string }[]>`
      SELECT "hash", "kind", "text" FROM "Block" WHERE "siteId" = ${siteId} AND "hash" > ${after} ORDER BY "hash" LIMIT ${BATCH}`;
    for (const { hash, kind, text } of blocks) {
      const matches = match({ kind: storedBlockKind.parse(kind), text });
      if (matches.length > 0) texts.set(hash, { text, matches });
    }
    const last = blocks.at(-1);
    if (!last || blocks.length < BATCH) return { texts, isWhole: true };
    after = last.hash;
  }
}

type PageRow = { url: string; title: string; hashes: string[] };
type SiteTexts = { site: SiteRow; texts: Map<string, MatchedText>; style: HouseStyle; isWhole: boolean };

async function addSite(tx: Transaction, trial: RuleTrial, { site, texts, style, isWhole }: SiteTexts): Promise<void> {
  const pages = await tx.$queryRaw<PageRow[]>`
    SELECT page."url", page."title", array_remove(array_agg(placed."hash"), NULL) AS "hashes"
    FROM "Page" AS page JOIN "Snapshot" AS snapshot ON snapshot."id" = page."snapshotId"
      LEFT JOIN LATERAL jsonb_to_recordset(snapshot."blocks") AS placed("hash" text) ON placed."hash" = ANY(${[...texts.keys()]})
    WHERE page."siteId" = ${site.id} AND NOT page."gone"
    GROUP BY page."id" ORDER BY length(page."url"), page."url"`;
  const shown = new Set<string>();
  const place = { siteId: site.id, siteName: site.name };
  for (const { url, title, hashes } of pages) {
    const placed = hashes.map((hash) => texts.get(hash)).filter((text) => text !== undefined);
    const findings = placed.flatMap(({ text, matches }) => style.findings(url, text, matches));
    trial.matches += findings.length;
    if (findings.length > 0) trial.pages++;
    for (const { text, suggestions, excerpt } of findings) {
      const key = `${text}\t${excerpt}`;
      if (shown.has(key)) continue;
      trial.hasMore ||= trial.samples.length >= SAMPLES;
      if (trial.hasMore) break;
      shown.add(key);
      trial.samples.push({ ...place, url, text, excerpt, suggestion: suggestions[0] ?? null });
    }
    // A text that was not read may hold what the page must have.
    const lacking = isWhole
      ? style.missing(
          { url, title: title || url },
          placed.flatMap(({ matches }) => matches),
        )
      : [];
    trial.lacking += lacking.length;
    for (const { finding } of lacking.slice(0, LACKING_SAMPLES - trial.lackingSamples.length))
      trial.lackingSamples.push({
        ...place,
        url,
        text: finding.suggestions[0] ?? "",
        excerpt: finding.excerpt,
        suggestion: null,
      });
  }
}
