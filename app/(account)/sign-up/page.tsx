import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { PageLink } from "#app/_components/page-link.tsx";
import { getDatabase } from "#app/_lib/database.ts";
import type { PageQuery } from "#app/_lib/forms/page-query.ts";
import { trialTokenSchema } from "#app/_lib/forms/trial-token-schema.ts";
import { findVisitor } from "#app/_lib/session/session.ts";
import { switchRefusal } from "#prisma/queries/operating/is-switched-on.ts";
import { AccountHeading } from "../_components/account-heading.tsx";
import { SignUpForm } from "./sign-up-form.tsx";

export const metadata: Metadata = { title: "Create your account" };

/** `try`: secret of a trial whose result the new account keeps. */
export default async function SignUpPage({ searchParams }: PageQuery) {
  const trial = trialTokenSchema.safeParse((await searchParams).try).data;
  if (await findVisitor()) redirect(trial ? `/try/${trial}` : "/sites");
  const refusal = await switchRefusal(getDatabase(), "sign_ups");
  if (refusal) return <SignUpsOff {...refusal} />;
  return (
    <>
      <AccountHeading title="Create your account">
        {trial ? "You keep the result of your try. " : ""}Free for one site. No card needed.
      </AccountHeading>
      <SignUpForm trial={trial} />
      <div className="mt-6">
        <SignInHint />
      </div>
    </>
  );
}

function SignUpsOff({ sentence, isForGood }: { sentence: string; isForGood: boolean }) {
  return (
    <>
      <AccountHeading title={isForGood ? "No new accounts any more" : "No new accounts at the moment"}>
        {sentence}
      </AccountHeading>
      <SignInHint />
    </>
  );
}

function SignInHint() {
  return (
    <p className="text-muted">
      Already have an account?{" "}
      <PageLink href="/sign-in" className="text-link">
        Sign in
      </PageLink>
    </p>
  );
}
