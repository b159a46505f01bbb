"use client";

import { FaultNotice } from "#app/_components/fault-notice.tsx";

/** Shown after an error inside the signed-in pages; their header stays. */
export default function ErrorPage(props: { error: Error & { digest?: string }; reset(): void }) {
  return (
    <div className="mx-auto max-w-md py-16">
      <FaultNotice {...props} />
    </div>
  );
}
