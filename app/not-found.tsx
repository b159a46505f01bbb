import type { Metadata } from "next";
import { ButtonLink } from "#app/_components/button.tsx";
import { NoticePage } from "./(marketing)/_components/notice-page.tsx";

export const metadata: Metadata = { title: "Not found" };

/** For an address that leads nowhere: a page that never was, or a link from a mail that is no longer valid. */
export default function NotFound() {
  return (
    <NoticePage title="There is nothing here">
      <p className="text-muted">
        The address may be wrong or incomplete, or the page was deleted. If you followed a link in one of our mails, it may no
        longer be valid.
      </p>
      <ButtonLink href="/" variant="primary" size="large" className="self-start">
        Go to the start
      </ButtonLink>
    </NoticePage>
  );
}
