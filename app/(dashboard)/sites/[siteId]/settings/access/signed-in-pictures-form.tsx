"use client";

import { ActionForm } from "#app/_components/action-form.tsx";
import { SubmitButton } from "#app/_components/submit-button.tsx";
import { changeSignedInPicturesAction } from "#app/_verbs/sites/change-signed-in-pictures-action.ts";

/** Allows or forbids pictures of a site that has a sign-in. */
export function SignedInPicturesForm({ siteId, isOn }: { siteId: string; isOn: boolean }) {
  return (
    <div className="mt-6 border-t border-line pt-5">
      <ActionForm action={changeSignedInPicturesAction}>
        {() => (
          <>
            <input type="hidden" name="siteId" value={siteId} />
            <label className="flex items-start gap-3">
              <input type="checkbox" name="pictures" defaultChecked={isOn} className="mt-1 size-4" />
              <span>
                Show issues on pictures of the pages
                <span className="block text-sm text-muted">
                  We then keep pictures of pages that only signed-in visitors see. When you turn this off, we delete them.
                </span>
              </span>
            </label>
            <SubmitButton className="self-start">Save</SubmitButton>
          </>
        )}
      </ActionForm>
    </div>
  );
}
