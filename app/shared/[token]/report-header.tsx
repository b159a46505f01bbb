import { Wordmark } from "#app/(marketing)/_components/wordmark.tsx";
import type { ReportBrand } from "#worker/core/report/outside/report-html.ts";

/** The sender of a report: the team's name and logo, or ours. */
export function ReportHeader({ brand }: { brand: ReportBrand | null }) {
  return (
    <header className="flex min-h-16 items-center border-b border-line py-3">
      {brand ? (
        <p className="flex min-w-0 items-center gap-3 font-semibold">
          {/* biome-ignore lint/performance/noImgElement: a small picture that is in the page itself */}
          {brand.logo && <img src={brand.logo} alt="" className="max-h-10 max-w-40 object-contain" />}
          <span className="min-w-0">{brand.name}</span>
        </p>
      ) : (
        <Wordmark />
      )}
    </header>
  );
}
