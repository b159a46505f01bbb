import { getDatabase } from "#app/_lib/database.ts";
import { getPictureStore } from "#app/_lib/picture-store.ts";
import { findMember } from "#app/_lib/session/session.ts";
import { findPictureKey } from "#prisma/queries/pictures/find-picture-key.ts";

/** A picture never changes: a page that is drawn again gets a new one, with another address. */
const KEPT_SECONDS = 86_400;

/** Returns a picture to a member of its Team. For all others it does not exist. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ siteId: string; pictureId: string }> },
): Promise<Response> {
  const member = await findMember("sites.see");
  if (!member) return missing();
  const { siteId, pictureId } = await params;
  const key = await findPictureKey(getDatabase(), { teamId: member.teamId, siteId, pictureId });
  const picture = key === null ? null : await getPictureStore().get(key);
  if (!picture) return missing();
  return new Response(picture.stream, {
    headers: {
      "Content-Type": "image/webp",
      "Content-Length": String(picture.bytes),
      "Cache-Control": `private, max-age=${KEPT_SECONDS}, immutable`,
      "Content-Disposition": "inline",
      "X-Content-Type-Options": "nosniff",
    },
  });
}

function missing(): Response {
  return new Response("Not found", { status: 404, headers: { "Cache-Control": "no-store" } });
}
