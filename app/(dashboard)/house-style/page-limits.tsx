"use client";

import { Examples } from "#app/_components/examples.tsx";
import { TextAreaField } from "#app/_components/field.tsx";

type PageLimitsProps = { values?: Record<string, string> | undefined; fields?: Record<string, string> | undefined };

/** The pages that rules are for, and those that they are not for; folded away while there are none. */
export function PageLimits({ values, fields }: PageLimitsProps) {
  const isUsed = Boolean(values?.pages || values?.exceptPages || fields?.pages || fields?.exceptPages);
  return (
    <details open={isUsed} className="rounded-control border border-line px-4 py-3">
      <summary className="w-fit rounded font-medium">Only some pages</summary>
      <div className="mt-4 grid gap-4 sm:grid-cols-2">
        <TextAreaField
          name="pages"
          label="Only on these pages"
          hint={<Examples lines={["/blog/*", "shop.example.com"]}>Empty means all. One on each line, for example</Examples>}
          defaultValue={values?.pages}
          error={fields?.pages}
          spellCheck={false}
          autoCapitalize="none"
          rows={3}
        />
        <TextAreaField
          name="exceptPages"
          label="Not on these pages"
          hint={<Examples lines={["/press/*", "example.com/terms"]}>Exceptions, one on each line, for example</Examples>}
          defaultValue={values?.exceptPages}
          error={fields?.exceptPages}
          spellCheck={false}
          autoCapitalize="none"
          rows={3}
        />
      </div>
    </details>
  );
}
