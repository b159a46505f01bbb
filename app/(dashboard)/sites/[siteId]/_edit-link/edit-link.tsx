import { ExternalLink, SquarePen } from "lucide-react";
import { buttonClass } from "#app/_components/button.tsx";
import { editUrlOf } from "#worker/core/view/edit-link/edit-url.ts";
import { editLinkWords } from "#worker/core/view/edit-link/editors.ts";

type Props = { pattern: string | null; page: { url: string; title: string }; className?: string };

/** A link to the editor of a page, in the words of the site's system. Shows nothing without a pattern, or if it makes no link here. */
export function EditLink({ pattern, page, className }: Props) {
  const href = pattern === null ? null : editUrlOf(pattern, page);
  if (pattern === null || href === null) return null;
  return (
    <a
      href={href}
      target="_blank"
      rel="noopener noreferrer nofollow"
      className={buttonClass({ size: "small", variant: "quiet" }, className)}
    >
      <SquarePen aria-hidden className="size-4" />
      {editLinkWords(pattern)}
      <ExternalLink aria-hidden className="size-3" />
      <span className="sr-only"> (opens in a new tab)</span>
    </a>
  );
}
