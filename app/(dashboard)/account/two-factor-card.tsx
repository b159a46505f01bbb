import { Badge } from "#app/_components/badge.tsx";
import { Banner } from "#app/_components/banner.tsx";
import { ButtonLink } from "#app/_components/button.tsx";
import { Card, CardHeader } from "#app/_components/card.tsx";
import type { TwoFactorView } from "#prisma/queries/security/find-two-factor.ts";

const FEW_CODES = 3;

/** Shows if two-factor sign-in is on, with a link to its page. */
export function TwoFactorCard({ factor }: { factor: TwoFactorView | null }) {
  const state = factor ? <Badge tone="success">On</Badge> : <Badge>Off</Badge>;
  return (
    <Card>
      <CardHeader title="Two-factor sign-in" action={state}>
        {factor
          ? "After your password we ask for a code from your app."
          : "Ask for a code from an app on your phone after your password, so that a stolen password is not enough."}
      </CardHeader>
      {factor && factor.recoveryCodesLeft < FEW_CODES && (
        <div className="mb-4">
          <Banner tone="warning">
            {factor.recoveryCodesLeft === 0 ? "You have no recovery codes left." : "You have few recovery codes left."} Make new
            ones before you need them.
          </Banner>
        </div>
      )}
      <ButtonLink href="/account/two-factor">{factor ? "Change two-factor sign-in" : "Turn on two-factor sign-in"}</ButtonLink>
    </Card>
  );
}
