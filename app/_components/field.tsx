import { CircleAlert } from "lucide-react";
import type { ComponentProps, ReactNode } from "react";

type Frame = {
  label: string;
  /** Explains the input; shown under the label. */
  hint?: ReactNode;
  /** Says what is wrong with the input and what to do. */
  error?: string | null;
};

/** Attributes for the control inside a Field, so that its label, hint and error are read out with it. */
export type ControlProps = { id: string; "aria-describedby": string | undefined; "aria-invalid": true | undefined };

/** A label, hint and error around any control. `id` must be unique on the page. */
export function Field({
  id,
  label,
  hint,
  error,
  children,
}: Frame & { id: string; children: (control: ControlProps) => ReactNode }) {
  const described = [hint ? `${id}-hint` : "", error ? `${id}-error` : ""].filter(Boolean).join(" ");
  return (
    <div className="flex flex-col gap-1.5">
      <label htmlFor={id} className="font-medium">
        {label}
      </label>
      {hint && (
        <div id={`${id}-hint`} className="text-sm text-muted">
          {hint}
        </div>
      )}
      {children({ id, "aria-describedby": described || undefined, "aria-invalid": error ? true : undefined })}
      {error && (
        <p id={`${id}-error`} role="alert" className="flex gap-1.5 text-sm text-danger">
          <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
          <span>{error}</span>
        </p>
      )}
    </div>
  );
}

type Named = { name: string };

/** A single-line input. Its id is the name unless given. */
export function TextField({ label, hint, error, name, id = name, ...rest }: Frame & Named & ComponentProps<"input">) {
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      {(control) => <input name={name} className="control" {...rest} {...control} />}
    </Field>
  );
}

/** A multi-line input. */
export function TextAreaField({ label, hint, error, name, id = name, ...rest }: Frame & Named & ComponentProps<"textarea">) {
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      {(control) => <textarea name={name} rows={4} className="control" {...rest} {...control} />}
    </Field>
  );
}

/** A choice of one option; `children` are the options. */
export function SelectField({ label, hint, error, name, id = name, ...rest }: Frame & Named & ComponentProps<"select">) {
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      {(control) => <select name={name} className="control" {...rest} {...control} />}
    </Field>
  );
}
