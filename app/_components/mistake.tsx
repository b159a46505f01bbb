import type { ReactNode } from "react";

/** A mistake in its sentence, marked by background, wavy line and, for screen readers, the element. */
export function Mistake({ children }: { children: ReactNode }) {
  return (
    <mark className="rounded-sm bg-danger-soft px-0.5 text-ink underline decoration-danger decoration-wavy underline-offset-4">
      {children}
    </mark>
  );
}
