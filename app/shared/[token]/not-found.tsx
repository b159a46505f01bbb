import type { Metadata } from "next";
import { NoticePage } from "#app/(marketing)/_components/notice-page.tsx";

export const metadata: Metadata = { title: "This link has ended", robots: { index: false, follow: false } };

/** Shown for a link to a report that was ended, has expired or was cut off on its way. */
export default function EndedReport() {
  return (
    <NoticePage title="This link has ended">
      <p className="text-muted">
        Links to reports are valid for a limited time, and their owner can end them earlier. Ask the person who sent you this
        link for a new one. If you copied it from a message, check that it is complete.
      </p>
    </NoticePage>
  );
}
