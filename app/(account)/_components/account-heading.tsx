import type { ReactNode } from "react";

/** The title of an account page with one sentence below it. */
export function AccountHeading({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <header className="mb-7">
      <h1 className="font-serif text-3xl font-medium tracking-tight">{title}</h1>
      {children && <div className="mt-2 text-muted">{children}</div>}
    </header>
  );
}
