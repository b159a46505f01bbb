import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import "./globals.css";

/**
 * A build knows no settings, and most responses have a nonce of their own (proxy.ts), so nothing is rendered before a process starts.
 * app/_front then renders each public page once.
 */
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
