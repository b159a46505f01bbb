import { Download } from "lucide-react";

/** A link that downloads a list as CSV. `what` names the list: for screen readers only, if it is beside the link. */
export function CsvLink({ href, what, isBeside = true }: { href: string; what: string; isBeside?: boolean }) {
  return (
    <a
      href={href}
      download
      className="inline-flex min-h-8 items-center gap-1.5 text-sm text-muted hover:text-ink hover:underline"
    >
      <Download aria-hidden className="size-4" /> Download CSV
      <span className={isBeside ? "sr-only" : "-ml-0.5"}>of {what}</span>
    </a>
  );
}
