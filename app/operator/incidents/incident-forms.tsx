"use client";

import { ActionForm } from "#app/_components/action-form.tsx";
import { SubmitButton } from "#app/_components/submit-button.tsx";
import { endIncidentAction } from "#app/_verbs/operating/end-incident-action.ts";
import { withdrawIncidentAction } from "#app/_verbs/operating/withdraw-incident-action.ts";

/** Ends an incident, or takes back one that was announced by mistake. */
export function IncidentForms({ incidentId, text, isOver }: { incidentId: string; text: string; isOver: boolean }) {
  return (
    <div className="flex flex-wrap gap-2">
      {!isOver && (
        <ActionForm action={endIncidentAction} className="flex flex-col gap-2">
          {() => (
            <>
              <input type="hidden" name="incidentId" value={incidentId} />
              <SubmitButton size="small" variant="secondary" aria-label={`End it now: ${text.slice(0, 60)}`}>
                End it now
              </SubmitButton>
            </>
          )}
        </ActionForm>
      )}
      <ActionForm action={withdrawIncidentAction} className="flex flex-col gap-2">
        {() => (
          <>
            <input type="hidden" name="incidentId" value={incidentId} />
            <SubmitButton size="small" variant="danger" aria-label={`Withdraw: ${text.slice(0, 60)}`}>
              Withdraw
            </SubmitButton>
          </>
        )}
      </ActionForm>
    </div>
  );
}
