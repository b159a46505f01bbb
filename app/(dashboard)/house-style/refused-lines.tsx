import type { RefusedLine } from "#worker/core/house-style/parse-rule-list.ts";
import { plural } from "#worker/core/text/plural.ts";

const SHOWN = 20;

/** Lines of a pasted list that are no rules, each with what is wrong. */
export function RefusedLines({ refused }: { refused: RefusedLine[] }) {
  return (
    <ul className="space-y-1 rounded-control border border-danger/40 bg-danger-soft px-4 py-3 text-sm">
      {refused.slice(0, SHOWN).map(({ line, text, reason }) => (
        <li key={line}>
          <strong className="font-medium">Line {line}</strong> ({text.length > 60 ? `${text.slice(0, 60)}…` : text}): {reason}
        </li>
      ))}
      {refused.length > SHOWN && <li>and {plural(refused.length - SHOWN, "more line")}.</li>}
    </ul>
  );
}
