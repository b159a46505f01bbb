import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import "./globals.css";

/** Every response has its own nonce in its Content-Security-Policy, so nothing can be prerendered. See proxy.ts. */
export const dynamic = "force-dynamic";

export const metadata: Metadata = {
  title: { default: "Flawless", template: "%s · Flawless" },
  description:
    "Flawless reads your website every day and writes to you when a spelling mistake, a grammar mistake or a broken link appears.",
};

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#f8f7f4" },
    { media: "(prefers-color-scheme: dark)", color: "#121417" },
  ],
};

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body className="min-h-dvh">{children}</body>
    </html>
  );
}
