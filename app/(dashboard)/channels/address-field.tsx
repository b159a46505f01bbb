import type { ReactNode } from "react";
import { TextField } from "#app/_components/field.tsx";
import type { FormState } from "#app/_lib/forms/run-action.ts";
import type { ChannelKind } from "#worker/core/channels/channel.ts";

/** Says where a person finds the address, by kind. */
const HINTS: Readonly<Record<ChannelKind, ReactNode>> = {
  slack: (
    <>
      In Slack, open <b>api.slack.com/apps</b>, choose your app (or create one), then <b>Incoming Webhooks</b> and{" "}
      <b>Add New Webhook</b>. Choose the channel and copy the address.
    </>
  ),
  teams: (
    <>
      In Teams, open the menu <b>…</b> of the channel, choose <b>Workflows</b>, then the template{" "}
      <b>Send webhook alerts to a channel</b>. Copy the address that it shows at the end.
    </>
  ),
  webhook:
    "The address of your program. We send a signed POST with JSON, and expect a status from 200 to 299 within 10 seconds.",
};

const EXAMPLES: Readonly<Record<ChannelKind, string>> = {
  slack: "https://hooks.slack.com/services/…",
  teams: "https://….logic.azure.com/workflows/…",
  webhook: "https://example.com/flawless",
};

export const NAME_EXAMPLES: Readonly<Record<ChannelKind, string>> = {
  slack: "#website",
  teams: "Website team",
  webhook: "Our intranet",
};

type AddressFieldProps = { kind: ChannelKind; state: FormState; shown?: string };

/** The address of a Channel. It is a secret: a stored one is shown masked, and stays if nothing is typed. */
export function AddressField({ kind, state: { values, fields }, shown }: AddressFieldProps) {
  return (
    <TextField
      name="address"
      label={shown ? "New address" : "Address"}
      hint={
        <>
          {HINTS[kind]} {shown && <>Leave this empty to keep {shown}.</>}
        </>
      }
      placeholder={EXAMPLES[kind]}
      defaultValue={values?.address}
      error={fields?.address}
      type="url"
      autoComplete="off"
      autoCapitalize="none"
      spellCheck={false}
      required={!shown}
    />
  );
}
