import type { Metadata } from "next";
import { ButtonLink } from "#app/_components/button.tsx";
import { NoticePage } from "./(marketing)/_components/notice-page.tsx";

export const metadata: Metadata = { title: "Not found" };

/** Shown for an unknown address, such as a deleted page or an expired link from a mail. */
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
