"use client";

import { useTransition } from "react";
import { Button } from "#app/_components/button.tsx";
import { useToast } from "#app/_components/toaster.tsx";
import { removeSignInAction } from "#app/_verbs/sites/remove-sign-in-action.ts";

/** Removes the sign-in. A toast confirms it, because the entry disappears. */
export function RemoveSignInForm({ siteId }: { siteId: string }) {
  const [busy, start] = useTransition();
  const toast = useToast();
  const remove = (form: FormData) =>
    start(async () => {
      const { error, done } = await removeSignInAction({}, form);
      toast({ words: error ?? done ?? "" });
    });
  return (
    <form action={remove}>
      <input type="hidden" name="siteId" value={siteId} />
      <Button type="submit" size="small" variant="quiet" aria-disabled={busy}>
        Remove<span className="sr-only"> the sign-in</span>
      </Button>
    </form>
  );
}
