import type { ReactNode } from "react";

/** A page of plain text. */
export function ProsePage({ title, lead, children }: { title: string; lead: string; children: ReactNode }) {
  return (
    <article className="mx-auto max-w-[42rem] pt-10 sm:pt-16">
      <h1 className="font-serif text-4xl font-medium tracking-tight">{title}</h1>
      <p className="mt-4 text-lg text-muted">{lead}</p>
      <div className="mt-8 flex flex-col gap-4 [&_h2]:mt-5 [&_h2]:text-lg [&_h2]:font-semibold [&_ul]:flex [&_ul]:list-disc [&_ul]:flex-col [&_ul]:gap-1.5 [&_ul]:pl-5">
        {children}
      </div>
    </article>
  );
}
