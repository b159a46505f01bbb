import { InputError } from "../forms/read-input.ts";
import { readBounded } from "../read-bounded.ts";
import { problem } from "./problem.ts";

const MOST_BYTES = 64 * 1024;

/** Reads the JSON of a request, and its text. Returns a problem if it is too long or not sent as JSON. @throws InputError. */
export async function readJson(request: Request): Promise<Response | { text: string; json: unknown }> {
  if (!/^application\/json\s*(;|$)/i.test(request.headers.get("content-type") ?? ""))
    return problem({ status: 415, detail: "Send JSON with the header “Content-Type: application/json”." });
  const text = await readBounded(request, MOST_BYTES);
  if (text === null) return problem({ status: 413, detail: `Send at most ${MOST_BYTES / 1024} KB.` });
  return { text, json: parseJson(text) };
}

/** Parses JSON without NUL characters, which PostgreSQL refuses. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text, (_name, part: unknown) => (typeof part === "string" ? part.replaceAll("\0", "") : part));
  } catch (error) {
    // A RangeError: it is nested too deeply.
    if (error instanceof SyntaxError || error instanceof RangeError)
      throw new InputError({ body: "This is not JSON that we can read." });
    throw error;
  }
}
