"use client";

import { usePathname } from "next/navigation";
import type { ReactNode } from "react";

/** Shows its content on every page but one. A layout is not rendered again between pages, so the browser decides. */
export function ExceptAt({ path, children }: { path: string; children: ReactNode }) {
  return usePathname() === path ? null : children;
}
