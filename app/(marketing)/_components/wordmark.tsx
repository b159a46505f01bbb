import { PageLink } from "#app/_components/page-link.tsx";

/** The product's name, underlined as a proofreader would. */
export function Wordmark() {
  return (
    <PageLink href="/" className="font-serif text-xl font-semibold tracking-tight text-ink">
      <span className="border-b-2 border-accent">Flawless</span>
    </PageLink>
  );
}
