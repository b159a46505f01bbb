import { Badge } from "#app/_components/badge.tsx";
import { LocalTime } from "#app/_components/local-time.tsx";
import { ToastButton } from "#app/_components/toast-button.tsx";
import { sendInvitationAgainAction } from "#app/_verbs/people/send-invitation-again-action.ts";
import { withdrawInvitationAction } from "#app/_verbs/people/withdraw-invitation-action.ts";
import type { OpenInvitation } from "#prisma/queries/people/find-people.ts";
import { ROLE_WORDS, sitesInWords } from "./role-words.ts";

type InvitationListProps = {
  invitations: readonly OpenInvitation[];
  sites: readonly { id: string; name: string }[];
  canChange: boolean;
};

/** The invitations that no one has accepted yet. */
export function InvitationList({ invitations, sites, canChange }: InvitationListProps) {
  return (
    <ul className="divide-y divide-line border-y border-line">
      {invitations.map((invitation) => {
        const fields = { invitationId: invitation.id };
        return (
          <li key={invitation.id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-3">
            <div className="min-w-0">
              <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
                <span className="font-medium">{invitation.email}</span>
                <Badge>{ROLE_WORDS[invitation.role].name}</Badge>
                {invitation.isExpired && <Badge tone="warning">expired</Badge>}
              </p>
              <p className="text-sm text-muted">
                {sitesInWords(invitation, sites)} · link {invitation.isExpired ? "ended" : "works until"}{" "}
                <LocalTime at={invitation.expiresAt} />
              </p>
            </div>
            {canChange && (
              <div className="flex gap-2">
                <ToastButton action={sendInvitationAgainAction} fields={fields} label={`Send again to ${invitation.email}`}>
                  Send again
                </ToastButton>
                <ToastButton
                  action={withdrawInvitationAction}
                  fields={fields}
                  label={`Withdraw the invitation to ${invitation.email}`}
                >
                  Withdraw
                </ToastButton>
              </div>
            )}
          </li>
        );
      })}
    </ul>
  );
}
