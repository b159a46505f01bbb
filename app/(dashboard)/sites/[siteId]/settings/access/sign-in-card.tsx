import { Card, CardHeader } from "#app/_components/card.tsx";
import { Moment } from "#app/_components/moment.tsx";
import type { SignInView } from "#prisma/queries/sites/find-sign-in.ts";
import { RemoveSignInForm } from "./remove-sign-in-form.tsx";
import { SaveSignInForm } from "./save-sign-in-form.tsx";
import { SignedInPicturesForm } from "./signed-in-pictures-form.tsx";

const KIND_WORDS = {
  password: "We have a user name and password",
  header: "We have a header",
  cookies: "We have a cookie",
} satisfies Record<SignInView["kind"], string>;

type SignInCardProps = { siteId: string; signIn: SignInView | null; timeZone: string; now: Date };

/** The sign-in for a site's protected pages. Saved secrets are never shown. */
export function SignInCard({ siteId, signIn, timeZone, now }: SignInCardProps) {
  return (
    <Card>
      <CardHeader title="Pages behind a sign-in">
        For a site that visitors must sign in to. We encrypt the sign-in, send it only to this site and never show it again. Use
        an account that can only read.
      </CardHeader>
      {signIn && (
        <div className="mb-5 flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-y border-line py-3">
          <p>
            {KIND_WORDS[signIn.kind]} since <Moment at={signIn.setAt} now={now} timeZone={timeZone} />.
          </p>
          <RemoveSignInForm siteId={siteId} />
        </div>
      )}
      <SaveSignInForm siteId={siteId} isSaved={signIn !== null} />
      {signIn && <SignedInPicturesForm siteId={siteId} isOn={signIn.hasPictures} />}
    </Card>
  );
}
