import { Card, CardHeader } from "#app/_components/card.tsx";
import type { ReportBrand } from "#worker/core/report/outside/report-html.ts";
import { BrandForm } from "./brand-form.tsx";

/** The sender that a team shows on the reports of all its sites. */
export function BrandCard({ brand }: { brand: ReportBrand | null }) {
  return (
    <Card>
      <CardHeader title="Name and logo on reports">
        Shown at the top of PDFs and shared reports of all your sites, instead of ours.
      </CardHeader>
      <BrandForm brand={brand} />
    </Card>
  );
}
