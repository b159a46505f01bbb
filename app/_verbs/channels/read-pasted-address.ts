import "server-only";
import { InputError } from "#app/_lib/forms/read-input.ts";
import { getSettings } from "#app/_lib/settings.ts";
import type { ChannelKind } from "#worker/core/channels/channel.ts";
import { readChannelAddress } from "#worker/core/channels/channel-address.ts";
import { DomainError } from "#worker/core/errors.ts";

/** Returns the address of a Channel in normal form. @throws InputError for the field `address`. */
export function readPastedAddress(kind: ChannelKind, pasted: string): string {
  try {
    return readChannelAddress(kind, pasted, { allowedPrivateHosts: getSettings().ALLOWED_PRIVATE_HOSTS });
  } catch (error) {
    if (error instanceof DomainError) throw new InputError({ address: error.message });
    throw error;
  }
}
