import { CircleAlert } from "lucide-react";
import type { FormState } from "#app/_lib/forms/run-action.ts";
import { ROLES, type Role } from "#worker/core/people/rights.ts";
import { ROLE_WORDS } from "./role-words.ts";

type Access = { role: Role; allSites: boolean; siteIds: readonly string[] };
type AccessFieldsProps = { access: Access; sites: readonly { id: string; name: string }[]; fields: FormState["fields"] };

/** The least first, so that no one gets more by a quick submission. */
const OFFERED = [...ROLES].reverse();
const BOX = "mt-1 size-4 shrink-0";

/** Chooses the role of a person and the sites that they see. The sites are shown once they matter, without a script. */
export function AccessFields({ access, sites, fields }: AccessFieldsProps) {
  return (
    <div className="group flex flex-col gap-5">
      <fieldset className="flex flex-col gap-2">
        <legend className="mb-1.5 font-medium">What may this person do?</legend>
        {OFFERED.map((role) => (
          <label key={role} className="flex items-start gap-3 py-0.5">
            <input type="radio" name="role" value={role} defaultChecked={role === access.role} className={BOX} />
            <span>
              {ROLE_WORDS[role].name}
              <span className="block text-sm text-muted">{ROLE_WORDS[role].may}</span>
            </span>
          </label>
        ))}
        <Fault text={fields?.role} />
      </fieldset>
      {sites.length > 0 && (
        <fieldset className="flex flex-col gap-2 group-has-[[value=owner]:checked]:hidden">
          <legend className="mb-1.5 font-medium">On which sites?</legend>
          <label className="flex items-start gap-3 py-0.5">
            <input type="radio" name="scope" value="all" defaultChecked={access.allSites} className={BOX} />
            <span>All sites, also those that are added later</span>
          </label>
          <label className="flex items-start gap-3 py-0.5">
            <input type="radio" name="scope" value="some" defaultChecked={!access.allSites} className={BOX} />
            <span>
              Only some
              <span className="block text-sm text-muted">
                They see nothing of the other sites, and none of the people who look after those.
              </span>
            </span>
          </label>
          <ul
            aria-label="Sites"
            className="ml-7 hidden max-h-72 flex-col gap-1 overflow-y-auto group-has-[[value=some]:checked]:flex"
          >
            {sites.map(({ id, name }) => (
              <li key={id}>
                <label className="flex items-start gap-3 py-1">
                  <input type="checkbox" name="site" value={id} defaultChecked={access.siteIds.includes(id)} className={BOX} />
                  {name}
                </label>
              </li>
            ))}
          </ul>
          <Fault text={fields?.siteIds} />
        </fieldset>
      )}
    </div>
  );
}

function Fault({ text }: { text: string | undefined }) {
  if (!text) return null;
  return (
    <p role="alert" className="flex gap-1.5 text-sm text-danger">
      <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
      <span>{text}</span>
    </p>
  );
}
