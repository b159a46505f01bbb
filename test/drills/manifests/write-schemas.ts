import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";

/** A JSON schema, as far as it is read here. */
type Schema = { [key: string]: unknown };

const schema: z.ZodType<Schema> = z.record(z.string(), z.unknown());
const kindSchema = z.array(z.object({ group: z.string(), version: z.string(), kind: z.string() }));
const openApiSchema = z.object({ definitions: z.record(z.string(), schema) });
const crdSchema = z.object({
  spec: z.object({
    group: z.string(),
    names: z.object({ kind: z.string() }),
    versions: z.array(z.object({ name: z.string(), schema: z.object({ openAPIV3Schema: schema }) })),
  }),
});

/** Writes a schema for each kind of Kubernetes, from its own OpenAPI document, under the names that `kubeconform` looks for. */
export async function writeKubernetesSchemas(openApiFile: string, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const { definitions } = openApiSchema.parse(JSON.parse(await readFile(openApiFile, "utf8")));
  const closed = Object.fromEntries(Object.entries(definitions).map(([name, definition]) => [name, close(definition)]));
  await writeFile(join(folder, "definitions.json"), JSON.stringify({ definitions: closed }));
  for (const [name, definition] of Object.entries(definitions))
    for (const kind of kindSchema.catch([]).parse(definition["x-kubernetes-group-version-kind"]))
      await writeFile(join(folder, nameOf(kind)), JSON.stringify({ $ref: `definitions.json#/definitions/${name}` }));
}

/** Does the same for the resource definitions (CRDs) in a folder. */
export async function writeCustomSchemas(crdFolder: string, folder: string): Promise<void> {
  for (const file of (await readdir(crdFolder)).filter((name) => name.endsWith(".yaml"))) {
    const { success, data } = crdSchema.safeParse(parse(await readFile(join(crdFolder, file), "utf8")));
    if (!success) continue;
    const { group, names, versions } = data.spec;
    for (const {
      name: version,
      schema: { openAPIV3Schema },
    } of versions)
      await writeFile(join(folder, nameOf({ group, version, kind: names.kind })), JSON.stringify(close(openAPIV3Schema)));
  }
}

function nameOf({ group, version, kind }: { group: string; version: string; kind: string }): string {
  const [first = ""] = group.split(".");
  return `${[kind, ...(first ? [first] : []), version].join("-").toLowerCase()}.json`;
}

/** Makes a schema refuse fields that it does not name, and allow numbers where Kubernetes does. */
function close(value: Schema): Schema {
  const closed: Schema = Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, closeInner(inner)]));
  if (value.format === "int-or-string" || value["x-kubernetes-int-or-string"] === true || isQuantity(value))
    return { type: ["integer", "number", "string"] };
  const isOpen = value["x-kubernetes-preserve-unknown-fields"] === true || value.additionalProperties !== undefined;
  const isResource = value["x-kubernetes-embedded-resource"] === true;
  return value.properties && !isOpen && !isResource ? { ...closed, additionalProperties: false } : closed;
}

function closeInner(inner: unknown): unknown {
  if (Array.isArray(inner)) return inner.map(closeInner);
  const read = schema.safeParse(inner);
  return read.success ? close(read.data) : inner;
}

function isQuantity({ type, description }: Schema): boolean {
  return type === "string" && typeof description === "string" && description.startsWith("Quantity is a fixed-point");
}
