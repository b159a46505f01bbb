"use client";

import { ActionForm } from "#app/_components/action-form.tsx";
import { SubmitButton } from "#app/_components/submit-button.tsx";
import { changeStyleRulesAction } from "#app/_verbs/sites/change-style-rules-action.ts";
import { STYLE_RULES, type StyleRule } from "#worker/core/style-rules.ts";

const WORDS: Readonly<Record<StyleRule, { label: string; hint: string }>> = {
  wordiness: { label: "Long-winded phrases", hint: "“in order to” instead of “to”" },
  passive: { label: "Passive voice", hint: "“mistakes were made” does not say who made them" },
  sensitive: { label: "Words that may exclude readers", hint: "“chairman”, “blacklist”" },
  readability: { label: "Sentences that are hard to read", hint: "25 words or more, many of them long" },
  profanity: { label: "Swear words", hint: "what some readers find rude or hurtful" },
};

/** Chooses the style rules of a site. */
export function StyleRulesForm({ siteId, styleRules }: { siteId: string; styleRules: readonly string[] }) {
  return (
    <ActionForm action={changeStyleRulesAction}>
      {() => (
        <>
          <input type="hidden" name="siteId" value={siteId} />
          <fieldset className="space-y-3">
            <legend className="sr-only">Advice about style</legend>
            {STYLE_RULES.map((rule) => (
              <label key={rule} className="flex items-start gap-3">
                <input type="checkbox" name={rule} defaultChecked={styleRules.includes(rule)} className="mt-1 size-4" />
                <span>
                  {WORDS[rule].label} <span className="block text-sm text-muted">{WORDS[rule].hint}</span>
                </span>
              </label>
            ))}
          </fieldset>
          <SubmitButton className="self-start">Save</SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
