"use client";

import { ActionForm } from "#app/_components/action-form.tsx";
import { SubmitButton } from "#app/_components/submit-button.tsx";
import { makeReportFileAction } from "#app/_verbs/sharing/make-report-file-action.ts";

/** Has a site's report made as PDF. */
export function MakePdfForm({ siteId }: { siteId: string }) {
  return (
    <ActionForm action={makeReportFileAction}>
      {() => (
        <>
          <input type="hidden" name="siteId" value={siteId} />
          <SubmitButton className="self-start">Make a PDF</SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
