"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

const EVERY_MS = 1_000;

/** Loads the page's data again each second while something on it is being made. */
export function RefreshWhilePending({ isPending }: { isPending: boolean }) {
  const router = useRouter();
  useEffect(() => {
    if (!isPending) return undefined;
    const timer = setInterval(() => router.refresh(), EVERY_MS);
    return () => clearInterval(timer);
  }, [isPending, router]);
  return null;
}
