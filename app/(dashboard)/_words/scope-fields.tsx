type ScopeFieldsProps = {
  siteId: string | null;
  scope?: string | undefined;
  /** False: the person may change the dictionary of this site only. */
  canChangeAll?: boolean | undefined;
};

/** Lets a form choose the dictionary: of one site or of all. Without a site it is the latter, and there is no choice. */
export function ScopeFields({ siteId, scope, canChangeAll = true }: ScopeFieldsProps) {
  if (siteId === null) return <input type="hidden" name="scope" value="team" />;
  if (!canChangeAll) return <input type="hidden" name="siteId" value={siteId} />;
  return (
    <fieldset className="flex flex-wrap gap-x-6 gap-y-2" key={scope}>
      <legend className="sr-only">Accept them on</legend>
      <input type="hidden" name="siteId" value={siteId} />
      <Scope value="site" name="This site" checked={scope !== "team"} />
      <Scope value="team" name="All my sites" checked={scope === "team"} />
    </fieldset>
  );
}

function Scope({ value, name, checked }: { value: string; name: string; checked: boolean }) {
  return (
    <label className="flex items-center gap-2">
      <input type="radio" name="scope" value={value} defaultChecked={checked} className="size-4" />
      {name}
    </label>
  );
}
