import Link from "next/link";

/** The product's name, underlined as a proofreader would. */
export function Wordmark() {
  return (
    <Link href="/" prefetch={false} className="font-serif text-xl font-semibold tracking-tight text-ink">
      <span className="border-b-2 border-accent">Flawless</span>
    </Link>
  );
}
