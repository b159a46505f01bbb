import type { Metadata } from "next";
import { redirect } from "next/navigation";
import type { PageQuery } from "#app/_lib/forms/page-query.ts";
import { AccountHeading } from "../_components/account-heading.tsx";
import { ResetPasswordForm } from "./reset-password-form.tsx";

export const metadata: Metadata = { title: "Choose a new password", referrer: "no-referrer", robots: { index: false } };

export default async function ResetPasswordPage({ searchParams }: PageQuery) {
  const { token } = await searchParams;
  if (typeof token !== "string") redirect("/forgot-password?because=expired");
  return (
    <>
      <AccountHeading title="Choose a new password">You will be signed out everywhere else.</AccountHeading>
      <ResetPasswordForm token={token} />
    </>
  );
}
