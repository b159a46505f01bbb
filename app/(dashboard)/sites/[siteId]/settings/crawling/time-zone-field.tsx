import { Field } from "#app/_components/field.tsx";

type TimeZoneFieldProps = { timeZones: string[]; defaultValue: string; error?: string | undefined };

/**
 * A time zone, found by typing any part of its name ("vienna"). Uses the browser's own suggestions, which keyboards and screen
 * readers support.
 */
export function TimeZoneField({ timeZones, defaultValue, error }: TimeZoneFieldProps) {
  return (
    <Field id="timeZone" label="Time zone" error={error}>
      {(control) => (
        <>
          <input
            {...control}
            name="timeZone"
            list="time-zones"
            className="control"
            defaultValue={defaultValue}
            placeholder="Type a city, for example Vienna"
            autoComplete="off"
            spellCheck={false}
            required
          />
          <datalist id="time-zones">
            {timeZones.map((zone) => (
              <option key={zone} value={zone} />
            ))}
          </datalist>
        </>
      )}
    </Field>
  );
}
