import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getDatabase } from "#app/_lib/database.ts";
import type { PageQuery } from "#app/_lib/forms/page-query.ts";
import { trialTokenSchema } from "#app/_lib/forms/trial-token-schema.ts";
import { findSignUp } from "#prisma/queries/accounts/find-sign-up.ts";
import { AccountHeading } from "../_components/account-heading.tsx";
import { FinishForm } from "./finish-form.tsx";

export const metadata: Metadata = { title: "Choose your password", referrer: "no-referrer", robots: { index: false } };

/** The page behind a sign-up link. Opening it changes nothing, because mail scanners open links too. */
export default async function VerifyEmailPage({ searchParams }: PageQuery) {
  const { token, try: tried } = await searchParams;
  const email = typeof token === "string" ? await findSignUp(getDatabase(), token, new Date()) : null;
  if (typeof token !== "string" || email === null) redirect("/check-your-mail?because=expired");
  return (
    <>
      <AccountHeading title="Choose your password">
        Your account: <strong className="font-medium text-ink">{email}</strong>
      </AccountHeading>
      <FinishForm token={token} email={email} trial={trialTokenSchema.safeParse(tried).data} />
    </>
  );
}
