"use client";

import { ActionForm } from "#app/_components/action-form.tsx";
import { SubmitButton } from "#app/_components/submit-button.tsx";
import { grantFeatureAction } from "#app/_verbs/operating/grant-feature-action.ts";
import { type FeatureName, switchWords } from "#worker/core/operating/switches.ts";

type Feature = { name: FeatureName; isOn: boolean; hasIt: boolean };

/** Gives a team single features, or takes them back. */
export function FeatureForms({ teamId, features }: { teamId: string; features: Feature[] }) {
  return (
    <ul className="divide-y divide-line">
      {features.map(({ name, isOn, hasIt }) => (
        <li key={name} className="py-3 first:pt-0 last:pb-0">
          <ActionForm action={grantFeatureAction} className="flex flex-col gap-2">
            {() => (
              <div className="flex flex-wrap items-center justify-between gap-3">
                <input type="hidden" name="teamId" value={teamId} />
                <input type="hidden" name="feature" value={name} />
                <input type="hidden" name="to" value={hasIt ? "take" : "give"} />
                <p>
                  <span className="font-medium">{switchWords(name).label}</span>
                  <span className="block text-sm text-muted">{stateWords({ isOn, hasIt })}</span>
                </p>
                <SubmitButton
                  size="small"
                  variant="secondary"
                  aria-label={`${hasIt ? "Take back" : "Give to this team"}: ${switchWords(name).label}`}
                >
                  {hasIt ? "Take back" : "Give to this team"}
                </SubmitButton>
              </div>
            )}
          </ActionForm>
        </li>
      ))}
    </ul>
  );
}

function stateWords({ isOn, hasIt }: Pick<Feature, "isOn" | "hasIt">): string {
  if (isOn) return hasIt ? "On for everyone, and for this team even if it is switched off." : "On for everyone.";
  return hasIt ? "Off for others, on for this team." : "Off, also for this team.";
}
