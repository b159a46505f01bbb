import { Download } from "lucide-react";

/** A link that downloads the list beside it as CSV. `what` names the list for screen readers. */
export function CsvLink({ href, what }: { href: string; what: string }) {
  return (
    <a
      href={href}
      download
      className="inline-flex min-h-8 items-center gap-1.5 text-sm text-muted hover:text-ink hover:underline"
    >
      <Download aria-hidden className="size-4" /> Download CSV<span className="sr-only"> of {what}</span>
    </a>
  );
}
