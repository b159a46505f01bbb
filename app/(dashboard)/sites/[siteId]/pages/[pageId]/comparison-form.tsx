import { Button } from "#app/_components/button.tsx";
import { SelectField } from "#app/_components/field.tsx";

type ComparisonFormProps = { options: { id: string; name: string }[]; from: string; to: string };

/** Chooses the two crawls whose text is compared. A plain form, so that the choice is in the address. */
export function ComparisonForm({ options, from, to }: ComparisonFormProps) {
  const list = options.map(({ id, name }) => (
    <option key={id} value={id}>
      {name}
    </option>
  ));
  return (
    <form method="get" className="flex flex-wrap items-end gap-3" key={`${from} ${to}`}>
      <input type="hidden" name="view" value="changes" />
      <SelectField name="from" label="From" defaultValue={from}>
        {list}
      </SelectField>
      <SelectField name="to" label="To" defaultValue={to}>
        {list}
      </SelectField>
      <Button type="submit">Compare</Button>
    </form>
  );
}
