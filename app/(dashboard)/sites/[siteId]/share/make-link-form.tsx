"use client";

import { ActionForm } from "#app/_components/action-form.tsx";
import { SelectField, TextField } from "#app/_components/field.tsx";
import { SubmitButton } from "#app/_components/submit-button.tsx";
import { createShareLinkAction } from "#app/_verbs/sharing/create-share-link-action.ts";
import { SHARE_DAYS } from "#worker/core/report/outside/share-days.ts";
import { NewAddress } from "./new-address.tsx";

type Kind = "report" | "badge" | "feed";

const BUTTONS: Record<Kind, [first: string, more: string]> = {
  report: ["Make a link", "Make another link"],
  badge: ["Turn the badge on", "Make another address"],
  feed: ["Turn the feed on", "Make another address"],
};

/** Makes a secret address of a site's report, badge or feed, and shows it once. */
export function MakeLinkForm({ siteId, kind, hasOne }: { siteId: string; kind: Kind; hasOne: boolean }) {
  return (
    <ActionForm action={createShareLinkAction} className="flex flex-col gap-3">
      {({ values, fields, address }) => (
        <>
          <input type="hidden" name="siteId" value={siteId} />
          <input type="hidden" name="kind" value={kind} />
          {kind === "report" && (
            <div className="grid items-end gap-3 sm:grid-cols-[minmax(0,1fr)_12rem]">
              <TextField
                id="report-label"
                name="label"
                label="For whom?"
                hint="Optional. Only your team sees it."
                defaultValue={values?.label}
                error={fields?.label}
                maxLength={80}
                autoComplete="off"
              />
              <SelectField
                key={values?.days}
                id="report-days"
                name="days"
                label="Valid for"
                defaultValue={values?.days ?? "30"}
                error={fields?.days}
              >
                {SHARE_DAYS.map((days) => (
                  <option key={days} value={days}>
                    {days} days
                  </option>
                ))}
              </SelectField>
            </div>
          )}
          <SubmitButton variant="secondary" className="self-start">
            {BUTTONS[kind][hasOne ? 1 : 0]}
          </SubmitButton>
          {address && <NewAddress kind={kind} address={address} />}
        </>
      )}
    </ActionForm>
  );
}
