import clsx from "clsx";
import type { ComponentProps, ReactNode } from "react";

/** A panel for one topic of a page. */
export function Card({ className, ...rest }: ComponentProps<"section">) {
  return <section className={clsx("rounded-card border border-line bg-surface p-5 sm:p-6", className)} {...rest} />;
}

/** Heading of a Card, with a sentence of explanation and an action beside it. */
export function CardHeader({ title, children, action }: { title: string; children?: ReactNode; action?: ReactNode }) {
  return (
    <header className="mb-4 flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
      <div className="max-w-prose">
        <h2 className="text-lg font-semibold">{title}</h2>
        {children && <div className="mt-0.5 text-sm text-muted">{children}</div>}
      </div>
      {action}
    </header>
  );
}
