import clsx from "clsx";
import type { ComponentProps } from "react";
import { PageLink } from "#app/_components/page-link.tsx";

const VARIANTS = {
  primary: "bg-accent text-on-accent hover:bg-accent-strong border border-transparent font-medium",
  secondary: "bg-surface text-ink border border-control hover:bg-sunken",
  quiet: "text-ink border border-transparent hover:bg-sunken",
  danger: "bg-surface text-danger border border-danger hover:bg-danger-soft font-medium",
} as const;

const SIZES = {
  small: "min-h-8 px-2.5 text-sm gap-1.5",
  medium: "min-h-10 px-4 text-base gap-2",
  large: "min-h-12 px-6 text-lg gap-2",
} as const;

type Look = { variant?: keyof typeof VARIANTS; size?: keyof typeof SIZES };

/** Returns the classes of a button, for other elements that look like one (a link, a menu's trigger). */
export function buttonClass({ variant = "secondary", size = "medium" }: Look = {}, extra?: string): string {
  return clsx(
    "inline-flex items-center justify-center rounded-control whitespace-nowrap transition-colors select-none",
    "disabled:cursor-not-allowed disabled:opacity-60 aria-disabled:opacity-60",
    VARIANTS[variant],
    SIZES[size],
    extra,
  );
}

/** A button. `type` defaults to "button", so that it never submits by accident. */
export function Button({ variant, size, className, type = "button", ...rest }: ComponentProps<"button"> & Look) {
  return <button type={type} className={buttonClass({ variant, size }, className)} {...rest} />;
}

/** A link that looks like a button. */
export function ButtonLink({ variant, size, className, ...rest }: ComponentProps<typeof PageLink> & Look) {
  return <PageLink className={buttonClass({ variant, size }, className)} {...rest} />;
}
