import type { Database } from "#prisma/client.ts";

/**
 * Returns the Issues of all Sites with their states, places and history, one line each, in an order and without ids, so that those of two runs can be
 * compared.
 */
export async function readIssues(db: Database): Promise<string[]> {
  const issues = await db.issue.findMany({
    select: {
      ...{ check: true, rule: true, subject: true, text: true, state: true, missed: true, met: true, returns: true },
      site: { select: { name: true } },
      occurrences: { select: { excerpt: true, page: { select: { url: true } } } },
      events: { orderBy: { id: "asc" }, select: { kind: true, quiet: true } },
    },
  });
  const withoutHost = (text: string) => text.replace(/http:\/\/127\.0\.0\.1:\d{1,5}/g, "");
  return issues
    .map(({ site, check, rule, subject, text, state, missed, met, returns, occurrences, events }) => {
      const places = occurrences.map(({ page, excerpt }) => withoutHost(`${page.url} “${excerpt}”`)).sort();
      const history = events.map(({ kind, quiet }) => (quiet ? `(${kind})` : kind));
      const course = `${state} ${missed}/${met}/${returns}`;
      return withoutHost(
        `${site.name}: ${check} ${rule} “${subject}” “${text}”, ${course}, ${history.join(" ")}; ${places.join("; ")}`,
      );
    })
    .sort();
}
