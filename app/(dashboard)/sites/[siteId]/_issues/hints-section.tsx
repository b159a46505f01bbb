import { Lightbulb } from "lucide-react";
import Link from "next/link";
import { type IssueCounts, totalOf } from "#prisma/queries/issues/count-issues.ts";
import type { CheckId } from "#worker/core/checks/check-kinds.ts";
import { plural } from "#worker/core/text/plural.ts";
import { issuesHref } from "./issue-query.ts";

/** Links to findings that are too uncertain to be mailed; they are never listed among open issues. */
export function HintsSection({ siteId, check, counts }: { siteId: string; check: CheckId | undefined; counts: IssueCounts }) {
  const count = check ? counts.hints[check] : totalOf(counts, "hints");
  if (count === 0) return null;
  return (
    <p className="mt-6 flex gap-3 rounded-card border border-line px-4 py-3 text-sm text-muted">
      <Lightbulb aria-hidden className="mt-0.5 size-4 shrink-0" />
      <span>
        <Link href={issuesHref(siteId, { state: "hints", check })} className="text-link">
          {plural(count, "hint")}
        </Link>{" "}
        {count === 1 ? "is" : "are"} listed separately: possible issues that we are not sure enough about to count or mail.
      </span>
    </p>
  );
}
