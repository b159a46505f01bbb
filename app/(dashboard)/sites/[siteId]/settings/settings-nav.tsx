"use client";

import clsx from "clsx";
import { usePathname } from "next/navigation";
import { PageLink } from "#app/_components/page-link.tsx";

const SECTIONS = [
  { path: "", label: "General" },
  { path: "/crawling", label: "Crawling" },
  { path: "/checks", label: "Checks" },
  { path: "/mail", label: "Mail" },
  { path: "/access", label: "Access" },
  { path: "/ignored", label: "Ignored" },
  { path: "/pause", label: "Pause or delete" },
] as const;

/** Links to the sections of a site's settings: beside them on wide screens, in wrapped rows above them on phones. */
export function SettingsNav({ path }: { path: string }) {
  const here = usePathname();
  return (
    <nav aria-label="Sections of the settings">
      <ul className="flex flex-wrap gap-1 md:sticky md:top-4 md:flex-col">
        {SECTIONS.map((section) => {
          const href = `${path}${section.path}`;
          const current = here === href;
          return (
            <li key={href}>
              <PageLink
                href={href}
                aria-current={current ? "page" : undefined}
                className={clsx(
                  "flex min-h-10 items-center rounded-control px-3",
                  current ? "bg-accent-soft font-medium text-accent" : "text-muted hover:bg-sunken hover:text-ink",
                )}
              >
                {section.label}
              </PageLink>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
