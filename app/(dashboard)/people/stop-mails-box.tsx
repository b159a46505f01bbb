import type { ReactNode } from "react";

/** Asks if the mails stop, too, when a person leaves: recipients are chosen apart from the people of a Team. */
export function StopMailsBox({ children }: { children: ReactNode }) {
  return (
    <label className="flex items-start gap-3">
      <input type="checkbox" name="stopMails" defaultChecked className="mt-1 size-4 shrink-0" />
      <span>{children}</span>
    </label>
  );
}
