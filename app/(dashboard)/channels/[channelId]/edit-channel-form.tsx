"use client";

import { ActionForm } from "#app/_components/action-form.tsx";
import { SubmitButton } from "#app/_components/submit-button.tsx";
import { changeChannelAction } from "#app/_verbs/channels/change-channel-action.ts";
import type { ChannelKind } from "#worker/core/channels/channel.ts";
import { AddressField, NAME_EXAMPLES } from "../address-field.tsx";
import { chosenSites, NameField, type SiteChoice, SitesField } from "../channel-fields.tsx";

type Stored = { id: string; kind: ChannelKind; name: string; addressShown: string; allSites: boolean; siteIds: string[] };

/** The settings of a Channel. */
export function EditChannelForm({ channel, sites }: { channel: Stored; sites: SiteChoice[] }) {
  const { id, kind, name, addressShown, allSites, siteIds } = channel;
  return (
    <ActionForm action={changeChannelAction}>
      {(state) => (
        <>
          <input type="hidden" name="channelId" value={id} />
          <NameField state={state} stored={name} example={NAME_EXAMPLES[kind]} />
          <SitesField
            sites={sites}
            chosen={chosenSites(state, { all: allSites, ids: allSites ? [] : siteIds })}
            error={state.fields?.sites}
          />
          <AddressField kind={kind} state={state} shown={addressShown} />
          <SubmitButton className="self-start">Save</SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
