import { PageLink } from "#app/_components/page-link.tsx";

const LINKS = [
  ["/pricing", "Pricing"],
  ["/bot", "Our crawler"],
  ["/docs/api", "API"],
  ["/changelog", "Changelog"],
  ["/status", "Status"],
  ["/privacy", "Privacy"],
  ["/terms", "Terms"],
  ["/imprint", "Imprint"],
] as const;

export function SiteFooter() {
  return (
    <footer className="mt-20 flex flex-wrap items-baseline justify-between gap-x-8 gap-y-3 border-t border-line py-8 text-sm text-muted">
      <p>Flawless reads websites so that their owners do not have to.</p>
      <nav aria-label="More" className="flex flex-wrap gap-x-5 gap-y-1">
        {LINKS.map(([href, label]) => (
          <PageLink key={href} href={href} className="py-1 hover:text-ink hover:underline">
            {label}
          </PageLink>
        ))}
      </nav>
    </footer>
  );
}
