import type { ReactNode } from "react";
import { Wordmark } from "./wordmark.tsx";

/** A page with one message for a person who may not have an account. */
export function NoticePage({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="mx-auto flex min-h-dvh w-full max-w-md flex-col px-5 py-8">
      <header>
        <Wordmark />
      </header>
      <main className="flex flex-1 flex-col justify-center gap-5 py-10">
        <h1 className="font-serif text-3xl font-medium tracking-tight">{title}</h1>
        {children}
      </main>
    </div>
  );
}
