import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

const MANIFEST = join(import.meta.dirname, "..", "..", ".next", "server", "server-reference-manifest.json");
const manifestSchema = z.object({
  node: z.record(z.string(), z.object({ exportedName: z.string(), workers: z.record(z.string(), z.unknown()) })),
});

/** The argument of a verb: an object, or the fields of its form. */
export type Sent = { call: object } | { form: Readonly<Record<string, string>> };
/** `redirectTo` is null if it led to no other page. */
export type VerbAnswer = { status: number; error?: string | undefined; redirectTo: string | null; body: string };

/** Returns a function that calls a verb of the built product by its name, as a browser does, with any person's cookies. */
export function makeCaller(appUrl: string, places: Readonly<Record<string, string>>) {
  const { node } = manifestSchema.parse(JSON.parse(readFileSync(MANIFEST, "utf8")));
  const known = new Map(Object.entries(node).map(([id, { exportedName, workers }]) => [exportedName, { id, workers }]));
  return async (name: string, sent: Sent, cookie: string): Promise<VerbAnswer> => {
    const verb = known.get(name);
    if (!verb) throw new Error(`The build has no verb ${name}: no page uses it.`);
    const page = Object.keys(verb.workers).find((worker) => worker.startsWith("app/")) ?? "";
    const { body, headers } = encode(sent);
    const answer = await fetch(new URL(pathOf(page, places), appUrl), {
      method: "POST",
      redirect: "manual",
      headers: { ...headers, accept: "text/x-component", "next-action": verb.id, origin: new URL(appUrl).origin, cookie },
      body,
    });
    const text = await answer.text();
    return { status: answer.status, redirectTo: answer.headers.get("x-action-redirect"), error: errorIn(text), body: text };
  };
}

/** A browser sends an object as JSON, and a form as fields with the number of the argument before their names. */
function encode(sent: Sent): { body: string | FormData; headers: Record<string, string> } {
  if ("call" in sent) return { body: JSON.stringify([sent.call]), headers: { "content-type": "text/plain;charset=UTF-8" } };
  const body = new FormData();
  for (const [name, value] of Object.entries(sent.form)) body.append(`1_${name}`, value);
  body.append("0", '[{},"$K1"]');
  return { body, headers: {} };
}

/** Returns the address of a page from its folder in `app`, with the ids in it. */
export function pathOf(folder: string, places: Readonly<Record<string, string>>): string {
  const parts = folder.split("/").slice(1, -1);
  return `/${parts
    .filter((part) => !part.startsWith("("))
    .map((part) => placeOf(part, places))
    .join("/")}`;
}

function placeOf(part: string, places: Readonly<Record<string, string>>): string {
  const name = /^\[(\w+)\]$/.exec(part)?.[1];
  if (name === undefined) return part;
  const place = places[name];
  if (place === undefined) throw new Error(`There is no id for [${name}].`);
  return encodeURIComponent(place);
}

/** The answer is a line of JSON among others. */
function errorIn(text: string): string | undefined {
  for (const [, json = ""] of text.matchAll(/^\d+:(\{.*\})$/gm)) {
    const { data } = z.object({ error: z.string() }).safeParse(JSON.parse(json));
    if (data) return data.error;
  }
  return undefined;
}
