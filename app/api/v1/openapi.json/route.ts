import { getSettings } from "#app/_lib/settings.ts";
import { openApiDocument } from "#worker/core/api/openapi-document.ts";

export const dynamic = "force-dynamic";

/** Describes the API, for programs and without a token. */
export function GET(): Response {
  return Response.json(openApiDocument(getSettings().APP_URL.replace(/\/$/, "")));
}
