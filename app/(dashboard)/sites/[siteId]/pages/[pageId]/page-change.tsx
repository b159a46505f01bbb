import clsx from "clsx";
import { Minus, Pencil, Plus } from "lucide-react";
import type { ReactNode } from "react";
import type { Change } from "#worker/core/page/snapshot/diff-pages.ts";
import { plural } from "#worker/core/text/plural.ts";
import { EditedText } from "./edited-text.tsx";

const MOST_SHOWN = 200;

const LOOKS = {
  edited: { icon: Pencil, name: "Changed", edge: "border-l-warning", iconLook: "text-warning" },
  added: { icon: Plus, name: "Added", edge: "border-l-success", iconLook: "text-success" },
  removed: { icon: Minus, name: "Removed", edge: "border-l-danger", iconLook: "text-danger" },
} as const;

/** The runs of prose that were edited, added or removed, distinguished by icon, word and border, not by colour alone. */
export function PageChange({ change }: { change: Change }) {
  const total = change.edited.length + change.added.length + change.removed.length;
  if (total === 0) return <p className="text-muted">The text is the same. Only links or other details changed.</p>;
  const entries = [
    ...change.edited.map((edit, at) => ({
      key: `edited ${at}`,
      look: "edited" as const,
      body: <EditedText words={edit.words} />,
    })),
    ...change.added.map(({ text }, at) => ({
      key: `added ${at}`,
      look: "added" as const,
      body: <ins className="no-underline">{text}</ins>,
    })),
    ...change.removed.map(({ text }, at) => ({ key: `removed ${at}`, look: "removed" as const, body: <del>{text}</del> })),
  ];
  return (
    <>
      <ul className="space-y-2">
        {entries.slice(0, MOST_SHOWN).map(({ key, look, body }) => (
          <ChangeEntry key={key} look={look}>
            {body}
          </ChangeEntry>
        ))}
      </ul>
      {total > MOST_SHOWN && <p className="mt-3 text-muted">and {plural(total - MOST_SHOWN, "more change")}.</p>}
    </>
  );
}

function ChangeEntry({ look, children }: { look: keyof typeof LOOKS; children: ReactNode }) {
  const { icon: Icon, name, edge, iconLook } = LOOKS[look];
  return (
    <li className={clsx("flex gap-3 rounded-control border border-l-4 border-line bg-surface px-4 py-3", edge)}>
      <Icon aria-hidden className={clsx("mt-1 size-4 shrink-0", iconLook)} />
      <p className="min-w-0 font-serif text-lg">
        <span className="sr-only">{name}: </span>
        {children}
      </p>
    </li>
  );
}
