"use client";

import { type ChangeEvent, useState } from "react";
import { ActionForm } from "#app/_components/action-form.tsx";
import { TextField } from "#app/_components/field.tsx";
import { SubmitButton } from "#app/_components/submit-button.tsx";
import { changeReportBrandAction } from "#app/_verbs/sharing/change-report-brand-action.ts";
import { LARGEST_LOGO, TOO_LARGE_LOGO } from "#worker/core/report/outside/logo-limits.ts";
import type { ReportBrand } from "#worker/core/report/outside/report-html.ts";

/** Changes the name and logo on reports. A file that is too large is refused before it is sent. */
export function BrandForm({ brand }: { brand: ReportBrand | null }) {
  const [isTooLarge, setTooLarge] = useState(false);
  const onChange = ({ target }: ChangeEvent<HTMLInputElement>) => setTooLarge((target.files?.[0]?.size ?? 0) > LARGEST_LOGO);
  return (
    <ActionForm action={changeReportBrandAction}>
      {({ values, fields }) => (
        <>
          <TextField
            id="brand-name"
            name="name"
            label="Name"
            hint="Leave it empty to show our name."
            defaultValue={values?.name ?? brand?.name}
            error={fields?.name}
            maxLength={80}
            autoComplete="organization"
          />
          {brand?.logo && (
            <div className="flex flex-wrap items-center gap-4">
              {/* biome-ignore lint/performance/noImgElement: a small picture that is in the page itself */}
              <img src={brand.logo} alt="Your logo" className="max-h-12 max-w-48 rounded-control bg-white object-contain p-1" />
              <label className="flex min-h-8 items-center gap-2">
                <input type="checkbox" name="removeLogo" className="size-4" /> Remove the logo
              </label>
            </div>
          )}
          <TextField
            id="brand-logo"
            name="logo"
            type="file"
            accept="image/png,image/jpeg,image/webp"
            label={brand?.logo ? "Another logo" : "Logo"}
            hint="PNG, JPEG or WebP, at most 200 kB."
            onChange={onChange}
            error={isTooLarge ? TOO_LARGE_LOGO : fields?.logo}
          />
          <SubmitButton variant="secondary" className="self-start" disabled={isTooLarge}>
            Save
          </SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
