"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

/** Sections by the anchors that they had when all settings were on one page. */
const SECTIONS: Readonly<Record<string, string>> = {
  proof: "access#proof",
  "sign-in-kind": "access",
  crawlHour: "crawling",
  timeZone: "crawling",
  pageLimit: "crawling",
  maxDepth: "crawling",
  include: "crawling",
  exclude: "crawling",
  ignoredLinks: "crawling#ignoredLinks",
  email: "mail",
  confirmation: "pause",
};

/** Leads old links such as `/settings#proof` to the section that now has this anchor. The server never sees an anchor. */
export function OldAnchors({ path }: { path: string }) {
  const router = useRouter();
  useEffect(() => {
    const lead = () => {
      const anchor = window.location.hash.slice(1);
      const section = Object.hasOwn(SECTIONS, anchor) ? SECTIONS[anchor] : undefined;
      if (section) router.replace(`${path}/${section}`);
    };
    lead();
    window.addEventListener("hashchange", lead);
    return () => window.removeEventListener("hashchange", lead);
  }, [path, router]);
  return null;
}
