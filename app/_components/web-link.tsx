import type { ReactNode } from "react";

/**
 * A link to an address found by a crawl. Only http and https become links, because a page can link to `javascript:`. The target
 * gets neither a referrer nor a handle on our window.
 */
export function WebLink({
  href,
  children,
  className = "text-link",
}: {
  href: string;
  children: ReactNode;
  className?: string;
}) {
  const protocol = URL.parse(href)?.protocol;
  if (protocol !== "http:" && protocol !== "https:") return <span>{children}</span>;
  return (
    <a href={href} target="_blank" rel="noopener noreferrer nofollow" className={className}>
      {children}
      <span aria-hidden className="leaves-icon mb-0.5 ml-1" />
      <span className="sr-only"> (opens in a new tab)</span>
    </a>
  );
}
