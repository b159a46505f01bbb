import { Check, X } from "lucide-react";
import { Card } from "#app/_components/card.tsx";
import { primarySubtag } from "#worker/core/language/languages.ts";
import type { Example, Guide } from "#worker/core/view/rule-guide/guide.ts";

type Props = {
  guide: Guide;
  /** Language of the text with the mistake, as a BCP 47 tag; null if it is not known. */
  language: string | null;
};

/** Explains the rule in two lines, with a wrong and a right example in the language of the text where there is one. */
export function RuleCard({ guide, language }: Props) {
  const { tag, example } = exampleFor(guide, language);
  return (
    <Card aria-labelledby="rule">
      <h3 id="rule" className="text-lg font-semibold">
        {guide.title}
      </h3>
      <div className="mt-1 max-w-prose space-y-1">
        {guide.lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
      {example && (
        <dl lang={tag} className="mt-4 space-y-2">
          <div className="flex gap-3 rounded-control bg-danger-soft px-3 py-2">
            <dt lang="en" className="flex w-20 shrink-0 items-center gap-1.5 self-start text-sm font-medium text-danger">
              <X aria-hidden className="size-4" /> Wrong
            </dt>
            <dd className="min-w-0 font-serif text-lg">{example.wrong}</dd>
          </div>
          <div className="flex gap-3 rounded-control bg-success-soft px-3 py-2">
            <dt lang="en" className="flex w-20 shrink-0 items-center gap-1.5 self-start text-sm font-medium text-success">
              <Check aria-hidden className="size-4" /> Right
            </dt>
            <dd className="min-w-0 font-serif text-lg">{example.right}</dd>
          </div>
        </dl>
      )}
    </Card>
  );
}

/** Returns the example in a language, else in English, else in the language that the rule is about. */
function exampleFor({ examples }: Guide, language: string | null): { tag: string; example: Example | undefined } {
  const wanted = primarySubtag(language ?? "en");
  const all = Object.entries(examples);
  const [tag, example] =
    all.find(([name]) => name === wanted) ?? all.find(([name]) => name === "en") ?? all.find(() => true) ?? [];
  return { tag: tag ?? "en", example };
}
