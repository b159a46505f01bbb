import { getDatabase } from "#app/_lib/database.ts";
import type { PageView } from "#prisma/queries/pages/find-page.ts";
import { findPageChanges } from "#prisma/queries/pages/find-page-changes.ts";
import { findPagePicture } from "#prisma/queries/pictures/find-page-picture.ts";
import type { TeamScope } from "#worker/core/people/team-scope.ts";
import { clockTime } from "#worker/core/view/moments.ts";
import { ComparisonForm } from "./comparison-form.tsx";
import { PageChange } from "./page-change.tsx";
import { PicturePair } from "./picture-pair.tsx";

type PageHistoryProps = {
  teamId: TeamScope;
  page: PageView;
  /** Ids of the Snapshots to compare, from the address. */
  chosen: { from?: string | undefined; to?: string | undefined };
  timeZone: string;
};

/** The differences between two versions of a page, in words and, where there are both, in pictures: the last change unless others are chosen. */
export async function PageHistory({ teamId, page, chosen, timeZone }: PageHistoryProps) {
  const newest = page.snapshots[0];
  if (!newest) return <p className="text-muted">We have not read this page yet.</p>;
  const to = page.snapshots.find((snapshot) => snapshot.id === chosen.to) ?? newest;
  const older = page.snapshots[page.snapshots.indexOf(to) + 1];
  const from = page.snapshots.find((snapshot) => snapshot.id === chosen.from) ?? older;
  if (!from)
    return <p className="text-muted">First read on {clockTime(newest.createdAt, timeZone)}. Its text has not changed since.</p>;
  const ofPage = { teamId, siteId: page.siteId, pageId: page.id };
  const [change, before, after] = await Promise.all([
    findPageChanges(getDatabase(), { ...ofPage, beforeId: from.id, afterId: to.id }),
    findPagePicture(getDatabase(), { ...ofPage, snapshotId: from.id }),
    findPagePicture(getDatabase(), { ...ofPage, snapshotId: to.id }),
  ]);
  const options = page.snapshots.map((snapshot) => ({ id: snapshot.id, name: clockTime(snapshot.createdAt, timeZone) }));
  return (
    <section aria-labelledby="changes">
      <div className="mb-4 flex flex-wrap items-end justify-between gap-4">
        <h2 id="changes" className="text-lg font-semibold">
          What changed
        </h2>
        {options.length > 2 && <ComparisonForm options={options} from={from.id} to={to.id} />}
      </div>
      {options.length <= 2 && (
        <p className="mb-4 text-sm text-muted">
          Between {clockTime(from.createdAt, timeZone)} and {clockTime(to.createdAt, timeZone)}
        </p>
      )}
      {before && after && before.id !== after.id && <PicturePair siteId={page.siteId} before={before} after={after} />}
      {change && <PageChange change={change} />}
    </section>
  );
}
