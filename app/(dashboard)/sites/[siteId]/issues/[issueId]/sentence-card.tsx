import { Card } from "#app/_components/card.tsx";
import { CopyButton } from "#app/_components/copy-button.tsx";
import type { IssueView } from "#prisma/queries/issues/issue-view.ts";
import { plural } from "#worker/core/text/plural.ts";
import { correctSentence, type ShownSentence } from "#worker/core/view/marks/sentence-of.ts";
import { MarkedSentence } from "./marked-sentence.tsx";

type Props = { issue: IssueView; sentence: ShownSentence };

/** The sentence with the mistake, the same with the best suggestion, and the other suggestions on demand. */
export function SentenceCard({ issue, sentence }: Props) {
  const [best, ...others] = issue.suggestions;
  return (
    <Card aria-labelledby="sentence" className="space-y-4">
      <div>
        <h3 id="sentence" className="text-sm font-medium text-muted">
          On the page
        </h3>
        <p className="mt-1 font-serif text-xl/snug">
          <MarkedSentence {...sentence} />
        </p>
        <p className="mt-2 text-sm text-muted">{issue.message}</p>
      </div>
      {best !== undefined && <Correction sentence={sentence} suggestion={best} isBest />}
      {others.length > 0 && (
        <details>
          <summary className="w-fit rounded py-1 text-sm text-muted hover:underline">
            {plural(others.length, "other suggestion")}
          </summary>
          <ul className="mt-2 space-y-3">
            {others.map((suggestion) => (
              <li key={suggestion}>
                <Correction sentence={sentence} suggestion={suggestion} isBest={false} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </Card>
  );
}

type CorrectionProps = { sentence: ShownSentence; suggestion: string; isBest: boolean };

/** A corrected sentence with a button that copies it; only the suggestion where the sentence is not known whole. */
function Correction({ sentence, suggestion, isBest }: CorrectionProps) {
  const corrected = sentence.isWhole ? correctSentence(sentence, suggestion) : null;
  const text = corrected ?? suggestion;
  return (
    <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2 border-l-4 border-success pl-3">
      <div className="min-w-0 flex-1 basis-64">
        {isBest && <h3 className="text-sm font-medium text-muted">{corrected === null ? "Write instead" : "Corrected"}</h3>}
        <p className="font-serif text-xl/snug">
          {corrected === null || suggestion === "" ? (
            text
          ) : (
            <>
              {sentence.before}
              <ins className="rounded-sm bg-success-soft px-0.5 decoration-success decoration-2 underline-offset-4">
                {suggestion}
              </ins>
              {sentence.after}
            </>
          )}
        </p>
      </div>
      {text !== "" && (
        <span {...(isBest ? { "data-copy": true } : {})}>
          <CopyButton text={text} label={corrected === null ? `Copy “${suggestion}”` : "Copy the corrected sentence"} />
        </span>
      )}
    </div>
  );
}
