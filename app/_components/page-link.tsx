import Link from "next/link";
import type { ComponentProps } from "react";

/**
 * A link to a page of this app, loaded when it is followed. Next.js would load the target of every link in view beforehand, twice: a list
 * asked the server for forty pages that few people open.
 */
export function PageLink(props: ComponentProps<typeof Link>) {
  return <Link prefetch={false} {...props} />;
}
