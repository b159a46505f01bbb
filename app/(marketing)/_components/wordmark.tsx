import { PageLink } from "#app/_components/page-link.tsx";

type WordmarkProps = {
  /** The page that the name leads to: the landing page, unless the reader is signed in. */
  href?: "/" | "/sites";
};

/** The product's name, underlined as a proofreader would. */
export function Wordmark({ href = "/" }: WordmarkProps) {
  return (
    <PageLink href={href} className="font-serif text-xl font-semibold tracking-tight text-ink">
      <span className="border-b-2 border-accent">Flawless</span>
    </PageLink>
  );
}
