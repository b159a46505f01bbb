"use client";

import { useRouter } from "next/navigation";
import { useId, useOptimistic, useTransition } from "react";

type FilterSelectProps = {
  name: string /** Address of the current choice. */;
  current: string;
  choices: readonly { words: string; href: string }[];
};

/** A filter whose choices are addresses. The focus stays on it while the list changes. */
export function FilterSelect({ name, current, choices }: FilterSelectProps) {
  const router = useRouter();
  const id = useId();
  const [, start] = useTransition();
  const [chosen, setChosen] = useOptimistic(current);
  return (
    <span className="flex min-h-9 max-w-full min-w-0 items-center rounded-control border border-control bg-surface text-sm focus-within:outline-2 focus-within:outline-focus">
      <label htmlFor={id} className="shrink-0 pl-2.5 text-muted">
        {name}
      </label>
      <select
        id={id}
        value={chosen}
        onChange={({ target }) =>
          start(() => {
            setChosen(target.value);
            router.push(target.value, { scroll: false });
          })
        }
        className="h-9 max-w-44 min-w-0 truncate rounded-control bg-surface pr-1 pl-1.5"
      >
        {choices.map(({ words, href }) => (
          <option key={href} value={href}>
            {words}
          </option>
        ))}
      </select>
    </span>
  );
}
