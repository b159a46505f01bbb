import type { ReactNode } from "react";
import { requireSite } from "../require-site.ts";
import { SettingsNav } from "./settings-nav.tsx";

type Props = { params: Promise<{ siteId: string }>; children: ReactNode };

/** The settings of a site: the sections, and the one at this address. */
export default async function SettingsLayout({ params, children }: Props) {
  const { site, canChange } = await requireSite((await params).siteId);
  if (!canChange) return children;
  return (
    <div className="grid gap-6 md:grid-cols-[11rem_minmax(0,1fr)] md:gap-8">
      <SettingsNav path={`/sites/${site.id}/settings`} />
      <div className="max-w-3xl min-w-0 space-y-6">{children}</div>
    </div>
  );
}
