import { redirect } from "next/navigation";
import { findMember } from "#app/_lib/session.ts";

/** After verification: on to the first site, or to signing in where the link had been used before. */
export default async function VerifiedPage() {
  redirect((await findMember()) ? "/sites/new" : "/sign-in?note=verified");
}
