"use client";

import { ActionForm } from "#app/_components/action-form.tsx";
import { Examples } from "#app/_components/examples.tsx";
import { SelectField, TextAreaField, TextField } from "#app/_components/field.tsx";
import { SubmitButton } from "#app/_components/submit-button.tsx";
import { changeCrawlSettingsAction } from "#app/_verbs/sites/change-crawl-settings-action.ts";
import type { SiteView } from "#prisma/queries/sites/find-site.ts";
import { formatCount } from "#worker/core/text/plural.ts";
import { TimeZoneField } from "./time-zone-field.tsx";

const HOURS = Array.from({ length: 24 }, (_, hour) => hour);

type CrawlingFormProps = { site: SiteView; mostPages: number; timeZones: string[] };

/** Hour and pages. A select gets a new `key` with its value, because React resets it to its initial value. */
export function CrawlingForm({ site, mostPages, timeZones }: CrawlingFormProps) {
  return (
    <ActionForm action={changeCrawlSettingsAction}>
      {({ values, fields }) => {
        const hour = values?.crawlHour ?? String(site.crawlHour);
        return (
          <>
            <input type="hidden" name="siteId" value={site.id} />
            <div className="grid gap-5 sm:grid-cols-2">
              <SelectField key={hour} name="crawlHour" label="Daily crawl at" defaultValue={hour} error={fields?.crawlHour}>
                {HOURS.map((each) => (
                  <option key={each} value={each}>
                    between {String(each).padStart(2, "0")}:00 and {String(each).padStart(2, "0")}:59
                  </option>
                ))}
              </SelectField>
              <TimeZoneField timeZones={timeZones} defaultValue={values?.timeZone ?? site.timeZone} error={fields?.timeZone} />
              <TextField
                name="pageLimit"
                label="Pages to read at most"
                hint={`Your plan allows ${formatCount(mostPages)}.`}
                type="number"
                min={1}
                max={mostPages}
                defaultValue={values?.pageLimit ?? site.pageLimit}
                error={fields?.pageLimit}
                required
              />
              <TextField
                name="maxDepth"
                label="Clicks from the start page at most"
                hint="Leave empty for no limit."
                type="number"
                min={1}
                max={100}
                defaultValue={values?.maxDepth ?? site.maxDepth ?? ""}
                error={fields?.maxDepth}
              />
            </div>
            <PatternFields values={values} fields={fields} site={site} />
            <SubmitButton className="self-start">Save</SubmitButton>
          </>
        );
      }}
    </ActionForm>
  );
}

type PatternFieldsProps = { values?: Record<string, string>; fields?: Record<string, string>; site: SiteView };

function PatternFields({ values, fields, site }: PatternFieldsProps) {
  return (
    <>
      <TextAreaField
        name="include"
        label="Read only these pages"
        hint={
          <Examples lines={["/blog", "/products/*.html"]}>
            Leave empty for all pages. Write one pattern on each line; * matches anything. For example
          </Examples>
        }
        defaultValue={values?.include ?? site.include.join("\n")}
        error={fields?.include}
        spellCheck={false}
        rows={3}
      />
      <TextAreaField
        name="exclude"
        label="Leave these pages out"
        hint={<Examples lines={["/archive", "*/print/*", "sort="]}>Overrules the list above. For example</Examples>}
        defaultValue={values?.exclude ?? site.exclude.join("\n")}
        error={fields?.exclude}
        spellCheck={false}
        rows={3}
      />
    </>
  );
}
