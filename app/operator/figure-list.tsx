import type { ReactNode } from "react";

export type Figure = { name: string; value: string; note?: ReactNode; isBad?: boolean };

/** Numbers with their names. A bad one is marked by words and weight, not by colour alone. */
export function FigureList({ figures }: { figures: Figure[] }) {
  return (
    <dl className="grid grid-cols-2 gap-x-6 gap-y-5 sm:grid-cols-4">
      {figures.map(({ name, value, note, isBad }) => (
        <div key={name} className="flex min-w-0 flex-col">
          <dt className="text-sm text-muted">{name}</dt>
          <dd className={isBad ? "text-2xl font-semibold text-danger tabular-nums" : "text-2xl font-semibold tabular-nums"}>
            {value}
          </dd>
          {note && <dd className="text-sm text-muted">{note}</dd>}
        </div>
      ))}
    </dl>
  );
}
