"use client";

import { ActionForm } from "#app/_components/action-form.tsx";
import { SubmitButton } from "#app/_components/submit-button.tsx";
import { verifySiteAction } from "#app/_verbs/sites/verify-site-action.ts";

/** Verifies the site now, and lists what each method lacks. */
export function VerifySiteForm({ siteId, proven }: { siteId: string; proven: boolean }) {
  return (
    <ActionForm action={verifySiteAction} className="flex flex-col gap-3">
      {({ fields }) => (
        <>
          <input type="hidden" name="siteId" value={siteId} />
          {fields && (
            <div role="alert" className="text-sm text-danger">
              <p>We did not find your proof:</p>
              <ul className="list-disc pl-5">
                {Object.entries(fields).map(([way, missing]) => (
                  <li key={way} className="break-words">
                    {missing}
                  </li>
                ))}
              </ul>
            </div>
          )}
          <SubmitButton variant={proven ? "secondary" : "primary"} className="self-start">
            {proven ? "Check again" : "Verify now"}
          </SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
