import { Decrypter, Encrypter } from "age-encryption";

/** Encrypts for the owner of a key, or with a passphrase. */
export type BackupLock = { recipient: string } | { passphrase: string };
/** Opens what was encrypted: the secret halves of keys, or the passphrase. */
export type BackupKey = { identities: readonly string[] } | { passphrase: string };

/** Cost of guessing one passphrase: 64 MB and a tenth of a second. Passphrases are long enough (see worker/core/settings.ts). */
const SCRYPT_WORK_FACTOR = 16;

/** Encrypts a stream in the format of the program age: authenticated in chunks, so that what is cut or changed is noticed. */
export async function encrypt(bytes: AsyncIterable<Uint8Array>, lock: BackupLock): Promise<AsyncIterable<Uint8Array>> {
  const encrypter = new Encrypter();
  encrypter.setScryptWorkFactor(SCRYPT_WORK_FACTOR);
  if ("recipient" in lock) encrypter.addRecipient(lock.recipient);
  else encrypter.setPassphrase(lock.passphrase);
  return encrypter.encrypt(toWebStream(bytes));
}

/** Decrypts a stream. @throws at once for another key, or where the stream was cut or changed */
export async function decrypt(bytes: AsyncIterable<Uint8Array>, key: BackupKey): Promise<AsyncIterable<Uint8Array>> {
  const decrypter = new Decrypter();
  if ("passphrase" in key) decrypter.addPassphrase(key.passphrase);
  else for (const identity of key.identities) decrypter.addIdentity(identity);
  return decrypter.decrypt(toWebStream(bytes));
}

function toWebStream(bytes: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> {
  const chunks = bytes[Symbol.asyncIterator]();
  return new ReadableStream({
    async pull(controller) {
      const { value, done } = await chunks.next();
      if (done) controller.close();
      else controller.enqueue(new Uint8Array(value));
    },
    cancel: async () => void (await chunks.return?.()),
  });
}
