import { createHash } from "node:crypto";
import { z } from "zod";
import type { Prisma } from "#prisma/client.ts";
import type { ApiCaller } from "#prisma/queries/api/admit-api-caller.ts";
import { beginAnswer, dropAnswer, keepAnswer } from "#prisma/queries/api/idempotent-answer.ts";
import { openSecret, type SecretKeys, sealSecret } from "#prisma/sealed-secret.ts";
import { InputError } from "../forms/read-input.ts";
import type { ApiDependencies, ApiResult } from "./answer-api.ts";
import { problem } from "./problem.ts";

const KEY = /^[\x21-\x7e]{1,255}$/;

/** `isSecret`: the answer has a secret, so it is stored sealed. */
type Repeatable = { caller: ApiCaller; request: Request; path: string; text: string; isSecret: boolean };

/**
 * Does the work of a request once for its Idempotency-Key, and answers repetitions with the first answer. A failure gives the key back. Without a
 * key, each request is work. @throws InputError for a key that is not valid.
 */
export async function answerOnce(
  { db, keys, now }: ApiDependencies,
  { caller: { tokenId }, request, path, text, isSecret }: Repeatable,
  work: () => Promise<ApiResult>,
): Promise<ApiResult | Response> {
  const key = request.headers.get("idempotency-key");
  if (key === null) return work();
  if (!KEY.test(key)) throw new InputError({ "Idempotency-Key": "Use 1 to 255 letters, digits and signs, without spaces." });
  const requestHash = createHash("sha256").update(`${path}\n${text}`).digest("base64url");
  const earlier = await beginAnswer(db, { tokenId, key, requestHash, now });
  const owner = `answer ${tokenId} ${requestHash}`;
  switch (earlier.kind) {
    case "answered": {
      const body = isSecret ? opened(keys, owner, earlier.body) : earlier.body;
      return Response.json(body, { status: earlier.status, headers: { "Cache-Control": "no-store" } });
    }
    case "running":
      return problem({ status: 409, detail: "A request with this Idempotency-Key is still running. Repeat it in a moment." });
    case "other":
      return problem({ status: 422, detail: "This Idempotency-Key was used for another request. Use a new one." });
    case "begun":
      break;
  }
  try {
    const result = await work();
    const body = isSecret ? sealSecret(keys, owner, JSON.stringify(result.body)) : (result.body ?? {});
    await keepAnswer(db, { tokenId, key, status: result.status, body });
    return result;
  } catch (error) {
    await dropAnswer(db, { tokenId, key });
    throw error;
  }
}

const sealedSchema = z.object({ keyId: z.string(), sealed: z.string() });

function opened(keys: SecretKeys, owner: string, body: Prisma.JsonValue): unknown {
  const text = openSecret(keys, owner, sealedSchema.parse(body));
  if (text === null) throw new Error("A stored answer cannot be opened.");
  return JSON.parse(text);
}
