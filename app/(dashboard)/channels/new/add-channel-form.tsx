"use client";

import { useState } from "react";
import { ActionForm } from "#app/_components/action-form.tsx";
import { ButtonLink } from "#app/_components/button.tsx";
import { SubmitButton } from "#app/_components/submit-button.tsx";
import { addChannelAction } from "#app/_verbs/channels/add-channel-action.ts";
import { CHANNEL_KIND_WORDS, CHANNEL_KINDS, type ChannelKind } from "#worker/core/channels/channel.ts";
import { AddressField, NAME_EXAMPLES } from "../address-field.tsx";
import { chosenSites, NameField, type SiteChoice, SitesField } from "../channel-fields.tsx";
import { SigningSecret } from "../signing-secret.tsx";

/** The fields of a new Channel; after a webhook was added, its signing secret. */
export function AddChannelForm({ sites }: { sites: SiteChoice[] }) {
  const [kind, setKind] = useState<ChannelKind>("slack");
  return (
    <ActionForm action={addChannelAction}>
      {(state) =>
        state.secret && state.channelId ? (
          <SigningSecret secret={state.secret}>
            <ButtonLink href={`/channels/${state.channelId}`} variant="primary" prefetch={false} className="self-start">
              I have copied it: go on to a test
            </ButtonLink>
          </SigningSecret>
        ) : (
          <>
            <fieldset className="flex flex-wrap gap-x-6 gap-y-2">
              <legend className="mb-1.5 font-medium">Where to send</legend>
              {CHANNEL_KINDS.map((one) => (
                <label key={one} className="flex items-center gap-2.5">
                  <input
                    type="radio"
                    name="kind"
                    value={one}
                    defaultChecked={kind === one}
                    onChange={() => setKind(one)}
                    className="size-4"
                  />
                  {CHANNEL_KIND_WORDS[one]}
                </label>
              ))}
            </fieldset>
            <AddressField kind={kind} state={state} />
            <NameField state={state} example={NAME_EXAMPLES[kind]} />
            <SitesField sites={sites} chosen={chosenSites(state, { all: true, ids: [] })} error={state.fields?.sites} />
            <div className="flex flex-wrap gap-3">
              <SubmitButton>Add channel</SubmitButton>
              <ButtonLink href="/channels">Cancel</ButtonLink>
            </div>
          </>
        )
      }
    </ActionForm>
  );
}
