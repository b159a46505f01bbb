"use client";

import { useState } from "react";
import { ActionForm } from "#app/_components/action-form.tsx";
import { SelectField, TextAreaField, TextField } from "#app/_components/field.tsx";
import { SubmitButton } from "#app/_components/submit-button.tsx";
import { saveSignInAction } from "#app/_verbs/sites/save-sign-in-action.ts";

const KINDS = [
  { kind: "password", label: "User name and password (the browser asks for them)" },
  { kind: "cookies", label: "Cookie" },
  { kind: "header", label: "Header" },
] as const;

type Kind = (typeof KINDS)[number]["kind"];

/** Saves a sign-in, or replaces the saved one. */
export function SaveSignInForm({ siteId, isSaved }: { siteId: string; isSaved: boolean }) {
  const [kind, setKind] = useState<Kind>("password");
  return (
    <ActionForm action={saveSignInAction}>
      {({ fields }) => (
        <>
          <input type="hidden" name="siteId" value={siteId} />
          <SelectField
            key={kind}
            id="sign-in-kind"
            name="kind"
            label="How visitors sign in"
            defaultValue={kind}
            error={fields?.kind}
            onChange={({ target }) => setKind(KINDS.find((each) => each.kind === target.value)?.kind ?? "password")}
          >
            {KINDS.map((each) => (
              <option key={each.kind} value={each.kind}>
                {each.label}
              </option>
            ))}
          </SelectField>
          <SecretFields kind={kind} fields={fields} />
          <SubmitButton variant="secondary" className="self-start">
            {isSaved ? "Replace sign-in" : "Save sign-in"}
          </SubmitButton>
        </>
      )}
    </ActionForm>
  );
}

/** Browsers must not fill these fields in or remember them: they belong to the site, not to the signed-in person. */
const UNREMEMBERED = { autoComplete: "off", spellCheck: false, required: true } as const;

function SecretFields({ kind, fields }: { kind: Kind; fields?: Record<string, string> }) {
  switch (kind) {
    case "password":
      return (
        <div className="grid gap-5 sm:grid-cols-2">
          <TextField id="sign-in-user" name="user" label="User name" error={fields?.user} {...UNREMEMBERED} />
          <TextField
            id="sign-in-password"
            name="password"
            label="Password"
            type="password"
            error={fields?.password}
            {...UNREMEMBERED}
            autoComplete="new-password"
          />
        </div>
      );
    case "header":
      return (
        <div className="grid gap-5 sm:grid-cols-2">
          <TextField
            id="sign-in-header"
            name="name"
            label="Header"
            placeholder="X-Preview-Key"
            error={fields?.name}
            {...UNREMEMBERED}
          />
          <TextField id="sign-in-value" name="value" label="Value" type="password" error={fields?.value} {...UNREMEMBERED} />
        </div>
      );
    case "cookies":
      return (
        <TextAreaField
          id="sign-in-cookies"
          name="cookies"
          label="Cookies"
          hint="Copy them from your browser's developer tools after you sign in, for example session=3f9a."
          error={fields?.cookies}
          rows={2}
          {...UNREMEMBERED}
        />
      );
    default:
      return kind satisfies never;
  }
}
