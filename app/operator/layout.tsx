import type { Metadata } from "next";
import type { ReactNode } from "react";
import { NavTabs } from "#app/_components/nav-tabs.tsx";
import { PageLink } from "#app/_components/page-link.tsx";
import { requireOperator } from "#app/_lib/session/operator.ts";
import { Wordmark } from "../(marketing)/_components/wordmark.tsx";

/** The titles are for operators only, too: others get that of the page "not found". */
export async function generateMetadata(): Promise<Metadata> {
  await requireOperator("operator.see");
  return { title: { default: "Operator", template: "%s · Operator · Flawless" }, robots: { index: false } };
}

/** The frame around the operators' pages. */
export default async function OperatorLayout({ children }: { children: ReactNode }) {
  const { email } = await requireOperator("operator.see");
  return (
    <>
      <a
        href="#content"
        className="sr-only focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-50 focus:bg-surface focus:p-3"
      >
        Skip to the content
      </a>
      <header className="border-b border-line bg-surface">
        <div className="mx-auto flex min-h-14 w-full max-w-5xl flex-wrap items-center justify-between gap-x-6 px-4 sm:px-6">
          <span className="flex items-center gap-3">
            <Wordmark />
            <span className="text-muted">Operator</span>
          </span>
          <span className="flex min-w-0 flex-wrap items-center gap-x-5">
            <span className="truncate text-sm text-muted max-sm:hidden">{email}</span>
            <PageLink href="/sites" className="py-2 hover:underline">
              Your sites
            </PageLink>
          </span>
        </div>
      </header>
      <main id="content" tabIndex={-1} className="mx-auto w-full max-w-5xl px-4 pt-6 pb-28 outline-none sm:px-6 sm:pt-8">
        <NavTabs
          label="Pages for operators"
          tabs={[
            { href: "/operator", label: "Figures" },
            { href: "/operator/search", label: "Search", also: "/operator/teams/" },
            { href: "/operator/switches", label: "Switches" },
            { href: "/operator/incidents", label: "Incidents" },
            { href: "/operator/log", label: "Log" },
          ]}
        />
        {children}
      </main>
    </>
  );
}
