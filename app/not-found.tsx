import type { Metadata } from "next";
import { ButtonLink } from "#app/_components/button.tsx";
import { NoticePage } from "./(marketing)/_components/notice-page.tsx";

export const metadata: Metadata = { title: "Not found" };

/** For an address that leads nowhere: a page that never was, or a link from a mail that is no longer valid. */
export default function NotFound() {
  return (
    <NoticePage title="There is nothing here">
      <p className="text-muted">
        The address may be mistyped or incomplete, or what it led to was deleted. If it came from one of our mails, the link may
        no longer be valid.
      </p>
      <ButtonLink href="/" variant="primary" size="large" className="self-start">
        Go to the start
      </ButtonLink>
    </NoticePage>
  );
}
