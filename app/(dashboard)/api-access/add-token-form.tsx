"use client";

import { useEffect, useRef } from "react";
import { ActionForm } from "#app/_components/action-form.tsx";
import { Banner } from "#app/_components/banner.tsx";
import { CopyButton } from "#app/_components/copy-button.tsx";
import { SelectField, TextField } from "#app/_components/field.tsx";
import { SubmitButton } from "#app/_components/submit-button.tsx";
import { addApiTokenAction } from "#app/_verbs/api/add-api-token-action.ts";
import { chosenSites, type SiteChoice, SitesField } from "#app/(dashboard)/channels/channel-fields.tsx";
import { API_SCOPES } from "#worker/core/api/api-scopes.ts";

/** Creates a token with a name, rights, sites and an end, and shows it once. */
export function AddTokenForm({ sites }: { sites: SiteChoice[] }) {
  return (
    <ActionForm action={addApiTokenAction} className="flex flex-col gap-4">
      {(state) => {
        const { secret, values, fields } = state;
        return (
          <>
            {secret && <NewToken key={secret} token={secret} />}
            <TextField
              name="name"
              label="Name"
              hint="The program that will use it."
              placeholder="Deploy hook"
              defaultValue={values?.name}
              error={fields?.name}
              maxLength={60}
              autoComplete="off"
              required
            />
            <fieldset className="flex flex-col gap-2">
              <legend className="mb-1.5 font-medium">Rights</legend>
              {Object.entries(API_SCOPES).map(([scope, words], index) => (
                <label key={scope} className="flex items-center gap-2.5">
                  <input
                    type="checkbox"
                    name={scope}
                    defaultChecked={values?.[scope] === "on"}
                    aria-invalid={fields?.scopes && index === 0 ? true : undefined}
                    aria-describedby={fields?.scopes ? "scopes-error" : undefined}
                    className="size-4 shrink-0"
                  />
                  <span>
                    {words} <span className="text-sm text-muted">({scope})</span>
                  </span>
                </label>
              ))}
              {fields?.scopes && (
                <p id="scopes-error" role="alert" className="text-sm text-danger">
                  {fields.scopes}
                </p>
              )}
            </fieldset>
            <SitesField sites={sites} chosen={chosenSites(state, { all: true, ids: [] })} error={fields?.sites} />
            <SelectField
              name="days"
              label="Valid for"
              defaultValue={values?.days ?? "never"}
              error={fields?.days}
              className="control max-w-60"
            >
              <option value="never">an unlimited time</option>
              <option value="30">30 days</option>
              <option value="90">90 days</option>
              <option value="365">one year</option>
            </SelectField>
            <SubmitButton variant="secondary" className="self-start">
              Create token
            </SubmitButton>
          </>
        );
      }}
    </ActionForm>
  );
}

/** Shows a new token, once. Its heading takes the focus. */
function NewToken({ token }: { token: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div className="flex flex-col gap-3">
      <h3 ref={heading} tabIndex={-1} className="font-semibold">
        Your new token
      </h3>
      <Banner tone="warning" title="Copy this token now. We do not show it again.">
        Whoever has it can use the API for your team. Keep it with the secrets of your program.
      </Banner>
      <p className="flex flex-wrap items-center gap-3 rounded-card bg-sunken p-4">
        <code className="min-w-0 font-mono text-sm">{token}</code>
        <CopyButton text={token} label="Copy the token" />
      </p>
    </div>
  );
}
