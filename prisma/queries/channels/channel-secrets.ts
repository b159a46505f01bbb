import { openSecret, type SealedSecret, type SecretKeys, sealSecret } from "#prisma/sealed-secret.ts";

/** The address of a Channel and the secrets that sign its messages, the newest first. */
export type ChannelSecrets = { address: string; signingSecrets: string[] };

/** The columns of a Channel that hold its secrets. */
export type SealedChannel = {
  id: string;
  addressKeyId: string;
  addressSealed: string;
  secretKeyId: string | null;
  secretSealed: string | null;
  previousKeyId: string | null;
  previousSealed: string | null;
  previousUntil: Date | null;
};

export const SEALED_COLUMNS = {
  id: true,
  addressKeyId: true,
  addressSealed: true,
  secretKeyId: true,
  secretSealed: true,
  previousKeyId: true,
  previousSealed: true,
  previousUntil: true,
} as const;

const ownerOf = (channelId: string, part: "address" | "secret") => `${part} of channel ${channelId}`;

/** Seals the address of a Channel. Returns the columns. */
export function sealAddress(keys: SecretKeys, channelId: string, address: string) {
  const { keyId, sealed } = sealSecret(keys, ownerOf(channelId, "address"), address);
  return { addressKeyId: keyId, addressSealed: sealed };
}

/** Seals the signing secret of a Channel. Returns the columns. */
export function sealSigningSecret(keys: SecretKeys, channelId: string, secret: string) {
  const { keyId, sealed } = sealSecret(keys, ownerOf(channelId, "secret"), secret);
  return { secretKeyId: keyId, secretSealed: sealed };
}

/** Opens the secrets of a Channel; null if no key opens one that is needed. A previous secret counts until its time is over. */
export function openChannel(keys: SecretKeys, channel: SealedChannel, now: Date): ChannelSecrets | null {
  const { id, addressKeyId, addressSealed, secretKeyId, secretSealed, previousKeyId, previousSealed, previousUntil } = channel;
  const address = openSecret(keys, ownerOf(id, "address"), { keyId: addressKeyId, sealed: addressSealed });
  if (address === null) return null;
  const sealed: SealedSecret[] = [];
  if (secretKeyId !== null && secretSealed !== null) sealed.push({ keyId: secretKeyId, sealed: secretSealed });
  if (previousKeyId !== null && previousSealed !== null && previousUntil !== null && previousUntil > now)
    sealed.push({ keyId: previousKeyId, sealed: previousSealed });
  const signingSecrets: string[] = [];
  for (const secret of sealed) {
    const opened = openSecret(keys, ownerOf(id, "secret"), secret);
    if (opened === null) return null;
    signingSecrets.push(opened);
  }
  return { address, signingSecrets };
}
