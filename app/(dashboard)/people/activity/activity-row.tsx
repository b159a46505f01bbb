import { LocalTime } from "#app/_components/local-time.tsx";
import { PageLink } from "#app/_components/page-link.tsx";
import type { ActivityView } from "#prisma/queries/people/find-activity.ts";
import { activityWords } from "#worker/core/people/activity-kinds.ts";

/** One thing that a person did, with the site and the time. */
export function ActivityRow({ activity: { isPerson, who, kind, subject, detail, site, at } }: { activity: ActivityView }) {
  const what = activityWords(kind, { subject: subject ?? "a former member", detail: detail ?? "" });
  return (
    <li className="px-4 py-3 sm:flex sm:justify-between sm:gap-x-6">
      <div className="min-w-0">
        <p>
          <span className="font-medium">{who ?? (isPerson ? "A former member" : "Flawless")}</span> {what}
        </p>
        {site && (
          <PageLink href={`/sites/${site.id}`} className="text-sm text-link">
            {site.name}
          </PageLink>
        )}
      </div>
      <p className="shrink-0 text-sm text-muted sm:text-right">
        <LocalTime at={at} />
      </p>
    </li>
  );
}
