import { CopyButton } from "#app/_components/copy-button.tsx";
import { totpUri } from "#app/_lib/second-step/totp.ts";
import { QrCode } from "./qr-code.tsx";

/** Shows the secret for the app, as a QR code and as text to type. */
export function PendingSecret({ secret, email }: { secret: string; email: string }) {
  const groups = secret.match(/.{1,4}/g) ?? [];
  return (
    <ol className="flex list-decimal flex-col gap-5 pl-5">
      <li>
        Install an authenticator app on your phone, such as Aegis, 2FAS, Google Authenticator or the one in your password
        manager.
      </li>
      <li>
        Scan this code with it.
        <div className="mt-3 flex flex-wrap items-start gap-x-6 gap-y-4">
          <QrCode text={totpUri(secret, email)} label="QR code for your authenticator app" />
          <div className="max-w-xs text-sm">
            <p className="text-muted">Or type this key into the app:</p>
            <p className="mt-1 mb-2 font-mono text-base" data-secret>
              {groups.join(" ")}
            </p>
            <CopyButton text={secret} label="Copy the key" />
          </div>
        </div>
      </li>
      <li>Enter the code that the app shows.</li>
    </ol>
  );
}
