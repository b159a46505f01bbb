import { type DescribedField, describeFields, typeInWords } from "#worker/core/api/describe-fields.ts";
import { exampleOf } from "#worker/core/api/example-of.ts";
import type { openApiDocument } from "#worker/core/api/openapi-document.ts";
import { CodeBlock } from "./code-block.tsx";
import { curlExample } from "./curl-example.ts";
import { FieldList, Words } from "./field-list.tsx";

export type ApiDocument = ReturnType<typeof openApiDocument>;
type OperationObject = NonNullable<NonNullable<ApiDocument["paths"][string]>[string]>;
export type ListedOperation = { method: string; path: string; operation: OperationObject };

/** One operation of the API: what to send, an example, and what it answers. */
export function Operation({ document, listed }: { document: ApiDocument; listed: ListedOperation }) {
  const { method, path, operation } = listed;
  const { operationId, summary, description, security, parameters, requestBody, responses } = operation;
  const schemaOf = (content: Record<string, { schema: { $ref: string } }> | undefined) => {
    const [media] = Object.values(content ?? {});
    return media && document.components.schemas[media.schema.$ref.split("/").at(-1) ?? ""];
  };
  const body = schemaOf(requestBody?.content);
  const [[status, success] = ["", undefined], ...faults] = Object.entries(responses).sort(
    ([one], [other]) => Number(one) - Number(other),
  );
  const answer = schemaOf(success?.content);
  return (
    <section aria-labelledby={operationId} className="flex flex-col gap-4 border-t border-line py-8">
      <div>
        <h3 id={operationId} className="scroll-mt-6 text-lg font-semibold">
          {summary}
        </h3>
        <p className="mt-1 font-mono text-sm wrap-anywhere">
          <code>
            <span className="mr-2 font-semibold text-accent">{method.toUpperCase()}</span>
            {path}
          </code>
        </p>
      </div>
      {description && (
        <p className="max-w-prose">
          <Words text={description} />
        </p>
      )}
      <p className="text-sm text-muted">
        Right of the token: <code className="font-mono text-ink">{security.flatMap(({ token }) => token).join(", ")}</code>
      </p>
      {parameters.length > 0 && (
        <Part title="Parameters">
          <FieldList fields={parameters.map(asField)} marksRequired />
        </Part>
      )}
      {body && (
        <Part title="Fields of the request">
          <FieldList fields={describeFields(body)} marksRequired />
        </Part>
      )}
      <Part title="Example">
        <CodeBlock label={`Example request: ${summary}`}>
          {curlExample({ server: document.servers[0]?.url ?? "", method, path, body: body && exampleOf(body) })}
        </CodeBlock>
        <p className="mt-3 mb-2 text-sm">
          <strong className="font-medium">{status}</strong> {success?.description}
        </p>
        {answer && <CodeBlock label={`Example answer: ${summary}`}>{JSON.stringify(exampleOf(answer), null, 2)}</CodeBlock>}
      </Part>
      {answer && (
        <details>
          <summary className="w-fit cursor-pointer rounded-control py-1 font-medium">Fields of the answer</summary>
          <div className="mt-2">
            <FieldList fields={describeFields(answer)} />
          </div>
        </details>
      )}
      <p className="text-sm text-muted">
        Faults: {faults.map(([fault]) => fault).join(", ")}. See{" "}
        <a href="#faults" className="text-link">
          faults
        </a>
        .
      </p>
    </section>
  );
}

function Part({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <div>
      <h4 className="mb-2 font-medium">{title}</h4>
      {children}
    </div>
  );
}

function asField({ name, in: from, required, description, schema }: OperationObject["parameters"][number]): DescribedField {
  const where = from === "path" ? "part of the address" : from === "header" ? "header" : "parameter";
  return { path: name, type: `${typeInWords(schema)} (${where})`, isRequired: required, description: description ?? "" };
}
