import type { DescribedField } from "#worker/core/api/describe-fields.ts";

/** Fields of a request or an answer. `marksRequired`: shows which must be sent. */
export function FieldList({ fields, marksRequired = false }: { fields: readonly DescribedField[]; marksRequired?: boolean }) {
  return (
    <dl className="divide-y divide-line border-y border-line">
      {fields.map(({ path, type, isRequired, description }) => (
        <div key={path} className="py-2 sm:grid sm:grid-cols-[minmax(0,13rem)_minmax(0,1fr)] sm:gap-x-6">
          <dt className="text-sm wrap-anywhere">
            <code className="font-mono">{path}</code>
            {marksRequired && isRequired && <span className="ml-2 text-xs text-muted">required</span>}
          </dt>
          <dd className="text-sm">
            <span className="text-muted wrap-anywhere">{type}</span>
            {description && (
              <p>
                <Words text={description} />
              </p>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Shows a text in which code is between backticks. */
export function Words({ text }: { text: string }) {
  return text.split("`").map((part, index) =>
    index % 2 === 0 ? (
      part
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts never change
      <code key={index} className="font-mono text-[0.92em]">
        {part}
      </code>
    ),
  );
}
