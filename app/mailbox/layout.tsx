import type { Metadata } from "next";
import type { ReactNode } from "react";
import { PageLink } from "#app/_components/page-link.tsx";
import { Wordmark } from "#app/(marketing)/_components/wordmark.tsx";
import { requireMailbox } from "./require-mailbox.ts";

export const metadata: Metadata = {
  title: { default: "Mailbox", template: "%s · Mailbox · Flawless" },
  robots: { index: false },
};

/** The frame of the Mailbox. It needs no sign-in, because the mail that verifies an address is read here first. */
export default function MailboxLayout({ children }: { children: ReactNode }) {
  requireMailbox();
  return (
    <>
      <header className="border-b border-line bg-surface">
        <div className="mx-auto flex min-h-14 w-full max-w-5xl items-center gap-6 px-4 sm:px-6">
          <span className="flex items-center">
            <Wordmark />
          </span>
          <nav aria-label="Main" className="flex gap-x-5">
            <PageLink href="/sites" className="py-2 text-muted hover:underline">
              Sites
            </PageLink>
            <PageLink href="/mailbox" className="py-2 hover:underline">
              Mailbox
            </PageLink>
          </nav>
        </div>
      </header>
      <main className="mx-auto w-full max-w-5xl px-4 py-6 sm:px-6 sm:py-8">{children}</main>
    </>
  );
}
