"use client";

import { ActionForm } from "#app/_components/action-form.tsx";
import { ButtonLink } from "#app/_components/button.tsx";
import { SelectField, TextAreaField, TextField } from "#app/_components/field.tsx";
import { SubmitButton } from "#app/_components/submit-button.tsx";
import { changeHouseRuleAction } from "#app/_verbs/house-style/change-house-rule-action.ts";
import { type HouseRule, RULE_KINDS, type RuleKind } from "#worker/core/house-style/house-rule.ts";
import { PageLimits } from "../page-limits.tsx";

const NAMES: Readonly<Record<RuleKind, string>> = {
  avoid: "Avoid this word or text",
  name: "Spell this name exactly so",
  require: "Pages must have this text",
};

/** The fields of one rule. */
export function EditRuleForm({ rule }: { rule: HouseRule }) {
  const { pages, exceptPages } = rule;
  const stored = { pages: pages.join("\n"), exceptPages: exceptPages.join("\n") };
  return (
    <ActionForm action={changeHouseRuleAction} className="flex flex-col gap-4">
      {({ values, fields }) => (
        <>
          <input type="hidden" name="ruleId" value={rule.id} />
          <SelectField
            name="kind"
            label="Kind"
            defaultValue={values?.kind ?? rule.kind}
            key={values?.kind}
            error={fields?.kind}
          >
            {RULE_KINDS.map((kind) => (
              <option key={kind} value={kind}>
                {NAMES[kind]}
              </option>
            ))}
          </SelectField>
          <TextAreaField
            name="term"
            label="Text"
            defaultValue={values?.term ?? rule.term}
            error={fields?.term}
            rows={2}
            spellCheck={false}
            required
          />
          <TextField
            name="replacement"
            label="What to write instead"
            hint="Only for a word to avoid. Leave it empty where the text must go."
            defaultValue={values?.replacement ?? rule.replacement}
            error={fields?.replacement}
            maxLength={200}
          />
          <label className="flex items-center gap-3">
            <input
              type="checkbox"
              name="forms"
              defaultChecked={values ? values.forms === "on" : rule.forms}
              className="size-4"
            />
            Other forms of English words, too
          </label>
          <PageLimits values={values ?? stored} fields={fields} />
          <div className="flex flex-wrap gap-3">
            <SubmitButton>Save</SubmitButton>
            <ButtonLink href="/house-style">Cancel</ButtonLink>
          </div>
        </>
      )}
    </ActionForm>
  );
}
