"use client";

import { useState } from "react";
import { ActionForm } from "#app/_components/action-form.tsx";
import { SelectField, TextField } from "#app/_components/field.tsx";
import { SubmitButton } from "#app/_components/submit-button.tsx";
import { changeEditPatternAction } from "#app/_verbs/sites/change-edit-pattern-action.ts";
import { LONGEST_PATTERN, PLACEHOLDERS, patternFault } from "#worker/core/view/edit-link/edit-pattern.ts";
import { editUrlOf } from "#worker/core/view/edit-link/edit-url.ts";
import { EDITORS, editLinkWords, editorOf } from "#worker/core/view/edit-link/editors.ts";

type Props = { siteId: string; startUrl: string; editPattern: string | null };

/** Chooses a known system or a pattern of one's own, and shows the link that it makes for an example page. */
export function EditLinkForm({ siteId, startUrl, editPattern }: Props) {
  const [system, setSystem] = useState(systemOf(editPattern));
  const [own, setOwn] = useState(editPattern !== null && editorOf(editPattern) === null ? editPattern : "");
  const editor = EDITORS.find(({ id }) => id === system);
  const pattern = system === "own" ? own.trim() : (editor?.pattern ?? null);
  return (
    <ActionForm action={changeEditPatternAction}>
      {({ fields }) => (
        <>
          <input type="hidden" name="siteId" value={siteId} />
          <SelectField
            name="system"
            label="The site is made with"
            value={system}
            onChange={(event) => setSystem(event.target.value)}
            error={fields?.system}
          >
            <option value="none">No link</option>
            {EDITORS.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
            <option value="own">Something else: my own address</option>
          </SelectField>
          {system === "own" && (
            <TextField
              name="pattern"
              label="Address of the editor"
              hint={
                <>
                  You can write {PLACEHOLDERS.map((name) => `{${name}}`).join(", ")} for parts of the page. For example{" "}
                  <code className="font-mono">https://cms.example/edit?page={"{path}"}</code>
                </>
              }
              value={own}
              onChange={(event) => setOwn(event.target.value)}
              error={fields?.pattern}
              maxLength={LONGEST_PATTERN}
              spellCheck={false}
              autoCapitalize="none"
              autoComplete="off"
            />
          )}
          {editor && <p className="text-sm text-muted">{editor.explanation}</p>}
          {pattern !== null && pattern !== "" && <Preview pattern={pattern} startUrl={startUrl} />}
          <SubmitButton className="self-start">Save</SubmitButton>
        </>
      )}
    </ActionForm>
  );
}

function systemOf(pattern: string | null): string {
  return pattern === null ? "none" : (editorOf(pattern)?.id ?? "own");
}

function Preview({ pattern, startUrl }: { pattern: string; startUrl: string }) {
  const origin = URL.parse(startUrl)?.origin;
  if (origin === undefined || patternFault(pattern) !== null) return null;
  const link = editUrlOf(pattern, { url: `${origin}/visit/opening-hours`, title: "Opening hours" });
  return (
    <div className="rounded-control bg-sunken px-3 py-2 text-sm">
      <p className="text-muted">
        “{editLinkWords(pattern)}” for the page {origin}/visit/opening-hours leads to
      </p>
      <p className="font-mono break-all">{link ?? "no address, so there is no link"}</p>
    </div>
  );
}
