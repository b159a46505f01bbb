import { payloadSchemas } from "#emails/payloads.ts";
import type { Database } from "#prisma/client.ts";

/** Results of a run, one line each, without ids. `issues`: with places and history; `news`: what each recipient was told. */
export type Outcome = { issues: string[]; news: string[] };

/** Reads the outcome so far. It does not say in which mail something was told, so that a crawl may come later, or find half of it. */
export async function readOutcome(db: Database): Promise<Outcome> {
  return { issues: await readCourses(db), news: await readNews(db) };
}

async function readCourses(db: Database): Promise<string[]> {
  const issues = await db.issue.findMany({
    select: {
      ...{ check: true, rule: true, subject: true, text: true, state: true },
      site: { select: { name: true } },
      occurrences: { select: { excerpt: true, page: { select: { url: true } } } },
      events: { orderBy: { id: "asc" }, where: { quiet: false }, select: { kind: true } },
    },
  });
  return issues
    .map(({ site, check, rule, subject, text, state, occurrences, events }) => {
      const places = occurrences.map(({ page, excerpt }) => `${page.url} “${excerpt}”`).sort();
      const history = events.map(({ kind }) => kind).join(" ");
      return `${site.name}: ${check} ${rule} “${subject}” “${text}”, ${state}, ${history}; ${places.join("; ")}`;
    })
    .sort();
}

/** Returns, for each recipient, the kinds of mails besides digests, and how many issues they were told as new and as fixed. */
async function readNews(db: Database): Promise<string[]> {
  const deliveries = await db.delivery.findMany({ select: { kind: true, email: true, payload: true } });
  const told = new Map<string, { opened: number; fixed: number; others: string[] }>();
  for (const { kind, email, payload } of deliveries) {
    const news = told.get(email) ?? { opened: 0, fixed: 0, others: [] };
    told.set(email, news);
    if (kind !== "digest") news.others.push(kind);
    else {
      // The secret of the links is gone once the mail is sent.
      const { digest } = payloadSchemas.digest.omit({ recipientToken: true }).parse(payload);
      news.opened += digest.openedCount;
      news.fixed += digest.fixedCount;
    }
  }
  return [...told]
    .map(([email, { opened, fixed, others }]) => `${email}: ${opened} new, ${fixed} fixed, ${others.sort().join(" ")}`)
    .sort();
}
