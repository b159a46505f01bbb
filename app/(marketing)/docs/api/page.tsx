import type { Metadata } from "next";
import { getSettings } from "#app/_lib/settings.ts";
import { API_SCOPES } from "#worker/core/api/api-scopes.ts";
import { API_FAULTS, openApiDocument } from "#worker/core/api/openapi-document.ts";
import { pageMetadata } from "../../_components/page-metadata.ts";
import { CodeBlock } from "./code-block.tsx";
import { FieldList, Words } from "./field-list.tsx";
import { Introduction } from "./introduction.tsx";
import { type ListedOperation, Operation } from "./operation.tsx";

export const metadata: Metadata = pageMetadata({
  path: "/docs/api",
  title: "API reference",
  description:
    "How your own programs read sites, issues, crawls and pages of Flawless, and change them: every call with an example.",
});

const PROBLEM = {
  type: "about:blank",
  title: "Bad request",
  status: 400,
  detail: "Some fields are not valid.",
  errors: { limit: "Send a number from 1 to 100." },
};

/** The API as its OpenAPI document describes it. */
export default function ApiReferencePage() {
  const document = openApiDocument(getSettings().APP_URL.replace(/\/$/, ""));
  const operations: ListedOperation[] = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method, path, operation })),
  );
  const sections = document.tags.map(({ name }) => ({
    name,
    operations: operations.filter(({ operation }) => operation.tags.includes(name)),
  }));
  const contents = (
    <ul className="flex flex-col gap-3 text-sm">
      {[
        ["#start", "Getting started"],
        ["#faults", "Faults"],
      ].map(([href, label]) => (
        <li key={href}>
          <a href={href} className="inline-block py-1 font-medium hover:underline">
            {label}
          </a>
        </li>
      ))}
      {sections.map(({ name, operations: listed }) => (
        <li key={name}>
          <a href={`#${name.toLowerCase()}`} className="inline-block py-1 font-medium hover:underline">
            {name}
          </a>
          <ul>
            {listed.map(({ operation: { operationId, summary } }) => (
              <li key={operationId}>
                <a href={`#${operationId}`} className="inline-block py-1 text-muted hover:text-ink hover:underline">
                  {summary}
                </a>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
  return (
    <div className="pt-10 sm:pt-14">
      <h1 className="font-serif text-4xl font-medium tracking-tight">API reference</h1>
      <p className="mt-4 max-w-prose text-lg text-muted">
        Let your own programs read what Flawless found, decide about it, and have pages checked right after you publish them.
      </p>
      <div className="mt-8 lg:grid lg:grid-cols-[15rem_minmax(0,1fr)] lg:gap-x-12">
        <nav aria-label="Contents" className="max-lg:hidden">
          <div className="sticky top-6 max-h-[calc(100dvh-3rem)] overflow-y-auto">{contents}</div>
        </nav>
        <details className="mb-8 rounded-card border border-line bg-surface px-4 py-3 lg:hidden">
          <summary className="cursor-pointer font-medium">Contents</summary>
          <nav aria-label="Contents" className="mt-3">
            {contents}
          </nav>
        </details>
        <div className="min-w-0">
          <Introduction server={document.servers[0]?.url ?? ""} />
          <section aria-labelledby="faults" className="flex flex-col gap-4 pb-10">
            <h2 id="faults" className="scroll-mt-6 text-2xl font-semibold tracking-tight">
              Faults
            </h2>
            <p className="max-w-prose">
              A fault is JSON of the type <code className="font-mono text-sm">application/problem+json</code> (RFC 9457). Its{" "}
              <code className="font-mono text-sm">detail</code> says what is wrong and what to do.
            </p>
            <CodeBlock label="Example of a fault">{JSON.stringify(PROBLEM, null, 2)}</CodeBlock>
            <FieldList
              fields={Object.entries(API_FAULTS).map(([path, description]) => ({
                ...{ path, description, type: "", isRequired: false },
              }))}
            />
          </section>
          {sections.map(({ name, operations: listed }) => (
            <section key={name} aria-labelledby={name.toLowerCase()} className="pb-4">
              <h2 id={name.toLowerCase()} className="mb-4 scroll-mt-6 text-2xl font-semibold tracking-tight">
                {name}
              </h2>
              {listed.map((one) => (
                <Operation key={one.operation.operationId} document={document} listed={one} />
              ))}
            </section>
          ))}
          <section aria-labelledby="rights" className="border-t border-line pt-8">
            <h2 id="rights" className="mb-4 scroll-mt-6 text-2xl font-semibold tracking-tight">
              Rights of a token
            </h2>
            <FieldList
              fields={Object.entries(API_SCOPES).map(([path, description]) => ({
                ...{ path, description, type: "", isRequired: false },
              }))}
            />
          </section>
          <p className="mt-8 text-sm text-muted">
            <Words text="The same for programs: `/api/v1/openapi.json` (OpenAPI 3.1)." />{" "}
            <a href="/api/v1/openapi.json" className="text-link">
              Open it
            </a>
          </p>
        </div>
      </div>
    </div>
  );
}
