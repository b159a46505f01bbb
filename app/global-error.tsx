"use client";

import "./globals.css";
import { FaultNotice } from "./_components/fault-notice.tsx";

/** Shown after an error in the root layout, which it replaces. */
export default function GlobalError(props: { error: Error & { digest?: string }; reset(): void }) {
  return (
    <html lang="en">
      <body className="min-h-dvh">
        <main className="mx-auto flex min-h-dvh w-full max-w-md flex-col justify-center px-5 py-8">
          <FaultNotice {...props} />
        </main>
      </body>
    </html>
  );
}
