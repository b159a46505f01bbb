"use client";

import { FaultNotice } from "./_components/fault-notice.tsx";

/** Shown after an error outside the signed-in pages. */
export default function ErrorPage(props: { error: Error & { digest?: string }; reset(): void }) {
  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-md flex-col justify-center px-5 py-8">
      <FaultNotice {...props} />
    </main>
  );
}
