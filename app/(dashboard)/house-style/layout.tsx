import type { Metadata } from "next";
import type { ReactNode } from "react";
import { NavTabs } from "#app/_components/nav-tabs.tsx";
import { PageHeader } from "#app/_components/page-header.tsx";

export const metadata: Metadata = { title: { default: "House style", template: "%s · House style · Flawless" } };

/** The head of everything about the Team's own rules of style. */
export default function HouseStyleLayout({ children }: { children: ReactNode }) {
  return (
    <>
      <PageHeader title="House style">Your own rules for words, names and texts, for all your sites.</PageHeader>
      <NavTabs
        label="Pages about your house style"
        tabs={[
          { href: "/house-style", label: "Rules" },
          { href: "/house-style/find", label: "Find in all pages" },
        ]}
      />
      {children}
    </>
  );
}
