"use client";

import clsx from "clsx";
import { SlidersHorizontal } from "lucide-react";
import { type ReactNode, useId, useState } from "react";
import { Button } from "#app/_components/button.tsx";

type FilterDisclosureProps = { search: ReactNode; active: number; children: ReactNode };

/** The search with a button that opens the filters on a phone; on wider screens they are always there. */
export function FilterDisclosure({ search, active, children }: FilterDisclosureProps) {
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <>
      <div className="flex gap-2">
        {search}
        <Button aria-expanded={open} aria-controls={id} className="sm:hidden" onClick={() => setOpen(!open)}>
          <SlidersHorizontal aria-hidden className="size-4" /> Filters{active > 0 ? ` (${active})` : ""}
        </Button>
      </div>
      <div id={id} className={clsx("space-y-3", !open && "hidden sm:block")}>
        {children}
      </div>
    </>
  );
}
