"use server";

import { redirect } from "next/navigation";
import { callAuth } from "#app/_lib/auth/call-auth.ts";

/** Ends this browser's session. */
export async function signOutAction(): Promise<void> {
  await callAuth({ path: "/sign-out", body: {} });
  redirect("/");
}
