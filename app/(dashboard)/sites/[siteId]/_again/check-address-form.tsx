"use client";

import { type FormEvent, useId } from "react";
import { Button } from "#app/_components/button.tsx";
import { PageCheckLine } from "./page-check-line.tsx";
import { usePageCheck } from "./use-page-check.ts";

/** Checks one page of the site now, by a pasted address. A page that was not known yet is added. */
export function CheckAddressForm({ siteId, startUrl }: { siteId: string; startUrl: string }) {
  const { state, start } = usePageCheck();
  const id = useId();
  const isBusy = state.step === "starting" || state.step === "checking";
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const address = new FormData(event.currentTarget).get("address");
    if (!isBusy && typeof address === "string") void start({ siteId, address });
  };
  return (
    <form onSubmit={onSubmit} noValidate className="mt-8 mb-4 flex max-w-xl flex-col gap-1.5">
      <label htmlFor={id} className="text-sm font-medium">
        Check one page now
      </label>
      <div className="flex flex-wrap gap-2">
        <input
          id={id}
          name="address"
          inputMode="url"
          autoCapitalize="none"
          autoComplete="off"
          spellCheck={false}
          placeholder={new URL("/about", startUrl).href}
          aria-describedby={`${id}-outcome`}
          aria-invalid={state.step === "refused" || undefined}
          className="control min-w-0 flex-1 basis-56"
        />
        <Button type="submit" aria-disabled={isBusy}>
          Check
        </Button>
      </div>
      <div id={`${id}-outcome`}>
        <PageCheckLine state={state} siteId={siteId} />
      </div>
    </form>
  );
}
