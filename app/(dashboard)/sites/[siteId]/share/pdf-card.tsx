import { Download } from "lucide-react";
import { Badge } from "#app/_components/badge.tsx";
import { buttonClass } from "#app/_components/button.tsx";
import { Card, CardHeader } from "#app/_components/card.tsx";
import { LocalTime } from "#app/_components/local-time.tsx";
import type { ReportFileView } from "#prisma/queries/report-files/find-report-files.ts";
import { formatCount, plural } from "#worker/core/text/plural.ts";
import { MakePdfForm } from "./make-pdf-form.tsx";
import { RefreshWhilePending } from "./refresh-while-pending.tsx";

/** Makes a report as PDF, and lists the last ones. */
export function PdfCard({ siteId, files }: { siteId: string; files: ReportFileView[] }) {
  const isPending = files.some(({ state }) => state === "queued" || state === "drawing");
  return (
    <Card>
      <CardHeader title="Report as PDF">
        All open issues in their sentences, with the figures of this site, on A4. You can download it for a week.
      </CardHeader>
      <MakePdfForm siteId={siteId} />
      <RefreshWhilePending isPending={isPending} />
      <div role="status" aria-live="polite">
        {files.length > 0 && (
          <ul className="mt-5 divide-y divide-line border-y border-line">
            {files.map((file) => (
              <li key={file.id} className="flex min-h-12 flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2">
                <span>
                  <LocalTime at={file.requestedAt} />
                  {file.issues !== null && <span className="text-sm text-muted"> · {plural(file.issues, "issue")}</span>}
                </span>
                <FileState siteId={siteId} file={file} />
              </li>
            ))}
          </ul>
        )}
      </div>
    </Card>
  );
}

function FileState({ siteId, file: { id, state, bytes } }: { siteId: string; file: ReportFileView }) {
  switch (state) {
    case "queued":
      return <Badge>Waiting for its turn</Badge>;
    case "drawing":
      return <Badge tone="accent">Being made: this takes some seconds</Badge>;
    case "failed":
      return <span className="text-sm text-danger">We could not make this PDF. Make it again.</span>;
    case "ready":
      return (
        <a href={`/sites/${siteId}/share/files/${id}`} download className={buttonClass({ size: "small" })}>
          <Download aria-hidden className="size-4" /> Download PDF
          <span className="text-muted">{formatCount(Math.max(1, Math.round((bytes ?? 0) / 1_000)))} kB</span>
        </a>
      );
  }
}
