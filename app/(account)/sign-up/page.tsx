import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { findVisitor } from "#app/_lib/session/session.ts";
import { AccountHeading } from "../_components/account-heading.tsx";
import { SignUpForm } from "./sign-up-form.tsx";

export const metadata: Metadata = { title: "Create your account" };

export default async function SignUpPage() {
  if (await findVisitor()) redirect("/sites");
  return (
    <>
      <AccountHeading title="Create your account">Free for one site. No card needed.</AccountHeading>
      <SignUpForm />
      <p className="mt-6 text-muted">
        Already have an account?{" "}
        <Link href="/sign-in" className="text-link">
          Sign in
        </Link>
      </p>
    </>
  );
}
