import { Badge, type BadgeTone } from "#app/_components/badge.tsx";
import type { IssueView } from "#prisma/queries/issues/issue-view.ts";
import { CHECK_KINDS } from "#worker/core/checks/check-kinds.ts";
import { STATE_WORDS, severityWords } from "#worker/core/view/issues/issue-words.ts";
import { MistakeAndBest } from "./mistake-and-best.tsx";

const TONES: Record<IssueView["severity"], BadgeTone> = { error: "danger", warning: "warning", hint: "neutral" };

/** The mistake, the best suggestion, and in a few words what kind it is and how it is going. */
export function IssueHeading({ issue }: { issue: IssueView }) {
  return (
    <header className="space-y-2">
      <h2 className="flex flex-wrap items-baseline gap-x-2.5 text-xl font-semibold">
        <MistakeAndBest issue={issue} opens />
      </h2>
      <p className="flex flex-wrap gap-1.5">
        <Badge>{CHECK_KINDS[issue.check].label}</Badge>
        <Badge tone={TONES[issue.severity]}>{severityWords(issue)}</Badge>
        <Badge tone={issue.state === "fixed" ? "success" : "neutral"}>{STATE_WORDS[issue.state]}</Badge>
      </p>
    </header>
  );
}
