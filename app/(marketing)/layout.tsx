import type { Metadata } from "next";
import type { ReactNode } from "react";
import { ButtonLink } from "#app/_components/button.tsx";
import { PageLink } from "#app/_components/page-link.tsx";
import { findVisitor } from "#app/_lib/session/session.ts";
import { getSettings } from "#app/_lib/settings.ts";
import { SiteFooter } from "./_components/site-footer.tsx";
import { Wordmark } from "./_components/wordmark.tsx";

/** Addresses in the metadata of the pages begin with our own. */
export function generateMetadata(): Metadata {
  return { metadataBase: new URL(getSettings().APP_URL) };
}

/** The frame around the public pages. */
export default async function MarketingLayout({ children }: { children: ReactNode }) {
  const member = await findVisitor();
  return (
    <div className="mx-auto flex min-h-dvh w-full max-w-6xl flex-col px-5 sm:px-8">
      <header className="flex min-h-16 flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3">
        <Wordmark />
        <nav aria-label="Main" className="flex items-center gap-x-1 sm:gap-x-3">
          <PageLink
            href="/pricing"
            className="rounded-control px-2 py-2 text-muted hover:text-ink hover:underline max-sm:hidden"
          >
            Pricing
          </PageLink>
          {member ? (
            <ButtonLink href="/sites" variant="secondary">
              Your sites
            </ButtonLink>
          ) : (
            <>
              <PageLink href="/sign-in" className="rounded-control px-2 py-2 text-muted hover:text-ink hover:underline">
                Sign in
              </PageLink>
              <ButtonLink href="/sign-up" variant="secondary">
                Start free
              </ButtonLink>
            </>
          )}
        </nav>
      </header>
      <main className="flex-1">{children}</main>
      <SiteFooter />
    </div>
  );
}
