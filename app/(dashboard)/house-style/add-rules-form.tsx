"use client";

import { useState } from "react";
import { ActionForm } from "#app/_components/action-form.tsx";
import { TextAreaField } from "#app/_components/field.tsx";
import { SubmitButton } from "#app/_components/submit-button.tsx";
import { addHouseRulesAction } from "#app/_verbs/house-style/add-house-rules-action.ts";
import { RULE_KINDS, type RuleKind } from "#worker/core/house-style/house-rule.ts";
import { PageLimits } from "./page-limits.tsx";
import { RefusedLines } from "./refused-lines.tsx";
import { RuleTrialView } from "./rule-trial-view.tsx";

const KINDS: Readonly<Record<RuleKind, { name: string; label: string; hint: string; example: string }>> = {
  avoid: {
    name: "Words to avoid",
    label: "Words or texts to avoid",
    hint: "One on each line. After a tab, an arrow or a comma, write what to use instead. Leave that out for a text that must go, such as an old phone number.",
    example: "utilise → use\nclick here → say what the link opens\n01234 567890",
  },
  name: {
    name: "Spellings",
    label: "Names and products, exactly as they are written",
    hint: "One on each line. Other ways to write the same letters are reported: Wordpress, Word Press, wordpress.",
    example: "WordPress\nMcArthur & Sons",
  },
  require: {
    name: "Texts pages must have",
    label: "Texts that pages must have",
    hint: "One on each line, such as the line with your company’s registration. Under “Only some pages” you can say which pages need it.",
    example: "Registered in England and Wales, no. 01234567",
  },
};

/** A pasted list of rules, tried on the stored texts before it is added. */
export function AddRulesForm() {
  const [kind, setKind] = useState<RuleKind>("avoid");
  const { label, hint, example } = KINDS[kind];
  return (
    <ActionForm action={addHouseRulesAction} className="flex flex-col gap-4">
      {({ values, fields, refused, trial }) => (
        <>
          <fieldset className="flex flex-wrap gap-x-6 gap-y-2">
            <legend className="sr-only">Kind of rules</legend>
            {RULE_KINDS.map((one) => (
              <label key={one} className="flex items-center gap-2">
                <input
                  type="radio"
                  name="kind"
                  value={one}
                  defaultChecked={kind === one}
                  onChange={() => setKind(one)}
                  className="size-4"
                />
                {KINDS[one].name}
              </label>
            ))}
          </fieldset>
          <TextAreaField
            name="list"
            label={label}
            hint={hint}
            placeholder={example}
            defaultValue={values?.list}
            error={fields?.list}
            spellCheck={false}
            autoCapitalize="none"
            rows={5}
            required
          />
          {refused && refused.length > 0 && <RefusedLines refused={refused} />}
          {kind === "avoid" && (
            <label className="flex items-start gap-3">
              <input type="checkbox" name="forms" defaultChecked={!values || values.forms === "on"} className="mt-1 size-4" />
              <span>
                Other forms of English words, too{" "}
                <span className="block text-sm text-muted">
                  “utilises” → “uses”, “utilised” → “used”, “utilising” → “using”
                </span>
              </span>
            </label>
          )}
          <PageLimits values={values} fields={fields} />
          <div className="flex flex-wrap gap-3">
            <SubmitButton name="step" value="try" variant="secondary">
              Show what they find
            </SubmitButton>
            <SubmitButton name="step" value="add">
              Add rules
            </SubmitButton>
          </div>
          {trial && <RuleTrialView trial={trial} />}
        </>
      )}
    </ActionForm>
  );
}
