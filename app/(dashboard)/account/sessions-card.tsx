import { Monitor } from "lucide-react";
import { Badge } from "#app/_components/badge.tsx";
import { Card, CardHeader } from "#app/_components/card.tsx";
import { LocalTime } from "#app/_components/local-time.tsx";
import { ToastButton } from "#app/_components/toast-button.tsx";
import { describeSource } from "#app/_lib/security-log/describe-source.ts";
import { endOtherSessionsAction } from "#app/_verbs/account/end-other-sessions-action.ts";
import { endSessionAction } from "#app/_verbs/account/end-session-action.ts";
import type { SessionView } from "#prisma/queries/security/find-sessions.ts";

type SessionsCardProps = { sessions: SessionView[]; presentId: string };

/** The browsers that are signed in, this one first. */
export function SessionsCard({ sessions, presentId }: SessionsCardProps) {
  const present = sessions.filter(({ id }) => id === presentId);
  const others = sessions.filter(({ id }) => id !== presentId);
  return (
    <Card>
      <CardHeader title="Where you are signed in">
        Sign out every browser that you do not know, then change your password.
      </CardHeader>
      <ul className="divide-y divide-line border-y border-line">
        {[...present, ...others].map((session) => (
          <SessionRow key={session.id} session={session} isPresent={session.id === presentId} />
        ))}
      </ul>
      {others.length > 0 && (
        <div className="mt-4">
          <ToastButton action={endOtherSessionsAction}>Sign out everywhere else</ToastButton>
        </div>
      )}
    </Card>
  );
}

function SessionRow({ session, isPresent }: { session: SessionView; isPresent: boolean }) {
  const { device, network } = describeSource({ address: session.ipAddress, userAgent: session.userAgent });
  const name = device ?? "An unknown program";
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3">
      <Monitor aria-hidden className="size-5 shrink-0 text-muted" strokeWidth={1.5} />
      <div className="min-w-0 flex-1 basis-56">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1 font-medium">
          {name} {isPresent && <Badge tone="accent">This browser</Badge>}
        </p>
        <p className="text-sm text-muted">
          Signed in <LocalTime at={session.createdAt} />. Last seen <LocalTime at={session.lastSeenAt} />
          {network && ` from ${network}`}.
        </p>
      </div>
      {!isPresent && (
        <ToastButton action={endSessionAction} fields={{ sessionId: session.id }} label={`Sign out ${name}`}>
          Sign out
        </ToastButton>
      )}
    </li>
  );
}
