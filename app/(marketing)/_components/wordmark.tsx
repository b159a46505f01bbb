import Link from "next/link";

/** The name as a sign: set like a word that a proofreader has just underlined. */
export function Wordmark() {
  return (
    <Link href="/" className="font-serif text-xl font-semibold tracking-tight text-ink">
      <span className="border-b-2 border-accent">Flawless</span>
    </Link>
  );
}
