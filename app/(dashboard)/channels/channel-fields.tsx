import { CircleAlert } from "lucide-react";
import { TextField } from "#app/_components/field.tsx";
import type { FormState } from "#app/_lib/forms/run-action.ts";

export type SiteChoice = { id: string; label: string };

type SitesFieldProps = { sites: SiteChoice[]; chosen: { all: boolean; ids: readonly string[] }; error: string | undefined };

/** Name of a Channel. */
export function NameField({
  state: { values, fields },
  stored,
  example,
}: {
  state: FormState;
  stored?: string;
  example: string;
}) {
  return (
    <TextField
      name="name"
      label="Name"
      hint="Your name for it in Flawless."
      placeholder={example}
      defaultValue={values?.name ?? stored}
      error={fields?.name}
      maxLength={60}
      autoComplete="off"
      required
    />
  );
}

/** A choice between all Sites and some. The list of Sites appears with the second; no script is needed for it. */
export function SitesField({ sites, chosen, error }: SitesFieldProps) {
  return (
    <fieldset className="group flex flex-col gap-2">
      <legend className="mb-1.5 font-medium">Which sites</legend>
      <label className="flex items-center gap-2.5">
        <input type="radio" name="scope" value="all" defaultChecked={chosen.all} className="size-4" />
        All sites, also those that you add later
      </label>
      <label className="flex items-center gap-2.5">
        <input type="radio" name="scope" value="some" defaultChecked={!chosen.all} className="size-4" />
        Only some sites
      </label>
      <fieldset className="hidden group-has-[input[value=some]:checked]:block">
        <legend className="sr-only">Sites</legend>
        <div className="max-h-64 overflow-y-auto rounded-control border border-control">
          {sites.length === 0 && <p className="px-3 py-2 text-muted">You have no sites yet.</p>}
          {sites.map(({ id, label }, index) => (
            <label key={id} className="flex items-center gap-2.5 px-3 py-2">
              <input
                type="checkbox"
                name={`site-${id}`}
                defaultChecked={chosen.ids.includes(id)}
                aria-invalid={error && index === 0 ? true : undefined}
                aria-describedby={error ? "sites-error" : undefined}
                className="size-4 shrink-0"
              />
              {label}
            </label>
          ))}
        </div>
        {error && (
          <p id="sites-error" role="alert" className="mt-1.5 flex gap-1.5 text-sm text-danger">
            <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
            <span>{error}</span>
          </p>
        )}
      </fieldset>
    </fieldset>
  );
}

/** Returns the choice of Sites as it was typed, or else as it is stored. */
export function chosenSites({ values }: FormState, stored: SitesFieldProps["chosen"]): SitesFieldProps["chosen"] {
  if (values?.scope === undefined) return stored;
  const ids = Object.keys(values).flatMap((name) => (name.startsWith("site-") ? [name.slice("site-".length)] : []));
  return { all: values.scope === "all", ids };
}
