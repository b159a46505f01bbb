import type { ReactNode } from "react";
import { Wordmark } from "../(marketing)/_components/wordmark.tsx";

/** One narrow column without distractions. */
export default function AccountLayout({ children }: { children: ReactNode }) {
  return (
    <div className="mx-auto flex min-h-dvh w-full max-w-md flex-col px-5 py-8">
      <header>
        <Wordmark />
      </header>
      <main className="flex flex-1 flex-col justify-center py-10">{children}</main>
    </div>
  );
}
