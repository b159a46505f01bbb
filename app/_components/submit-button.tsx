"use client";

import { LoaderCircle } from "lucide-react";
import type { ComponentProps } from "react";
import { useFormStatus } from "react-dom";
import { Button } from "./button.tsx";

/**
 * Submits its form and shows progress. Stays focusable meanwhile, so that the keyboard focus is kept, and keeps its width, so
 * that the layout does not move.
 */
export function SubmitButton({ children, variant = "primary", ...rest }: ComponentProps<typeof Button>) {
  const { pending } = useFormStatus();
  return (
    <Button
      type="submit"
      variant={variant}
      aria-disabled={pending}
      onClick={(event) => pending && event.preventDefault()}
      {...rest}
    >
      <span className="relative inline-flex items-center gap-2">
        <span className={pending ? "opacity-0" : undefined}>{children}</span>
        {pending && (
          <span className="absolute inset-0 grid place-items-center">
            <LoaderCircle aria-hidden className="size-4 motion-safe:animate-spin" />
            <span className="sr-only">Working …</span>
          </span>
        )}
      </span>
    </Button>
  );
}
