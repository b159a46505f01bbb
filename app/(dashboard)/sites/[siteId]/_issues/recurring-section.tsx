import { Repeat } from "lucide-react";
import Link from "next/link";
import { type IssueCounts, totalOf } from "#prisma/queries/issues/count-issues.ts";
import type { CheckId } from "#worker/core/checks/check-kinds.ts";
import { plural } from "#worker/core/text/plural.ts";
import { issuesHref } from "./issue-query.ts";

/** Links to the issues that come and go by themselves, which are not mailed each time. */
export function RecurringSection({
  siteId,
  check,
  counts,
}: {
  siteId: string;
  check: CheckId | undefined;
  counts: IssueCounts;
}) {
  const count = check ? counts.recurring[check] : totalOf(counts, "recurring");
  if (count === 0) return null;
  return (
    <p className="mt-6 flex gap-3 rounded-card border border-line px-4 py-3 text-sm text-muted">
      <Repeat aria-hidden className="mt-0.5 size-4 shrink-0" />
      <span>
        <Link href={issuesHref(siteId, { state: "recurring", check })} className="text-link">
          {plural(count, "issue comes and goes", "issues come and go")}
        </Link>
        , such as in texts that change each day or links that fail on some days. We told you once and do not mail{" "}
        {count === 1 ? "it" : "them"} again.
      </span>
    </p>
  );
}
