import clsx from "clsx";
import { CircleAlert, CircleCheck, Info, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";

const TONES = {
  info: { icon: Info, look: "border-line bg-sunken text-ink", iconLook: "text-muted" },
  success: { icon: CircleCheck, look: "border-success/40 bg-success-soft text-ink", iconLook: "text-success" },
  warning: { icon: TriangleAlert, look: "border-warning/40 bg-warning-soft text-ink", iconLook: "text-warning" },
  danger: { icon: CircleAlert, look: "border-danger/40 bg-danger-soft text-ink", iconLook: "text-danger" },
} as const;

type BannerProps = {
  tone?: keyof typeof TONES;
  title?: string;
  children?: ReactNode;
  action?: ReactNode;
  /** "alert" is read out at once, "status" when there is time; omit it for banners that are part of the page from the start. */
  role?: "alert" | "status";
};

/** A message about the current page, with an optional action. */
export function Banner({ tone = "info", title, children, action, role }: BannerProps) {
  const { icon: Icon, look, iconLook } = TONES[tone];
  return (
    <div role={role} className={clsx("flex gap-3 rounded-card border px-4 py-3", look)}>
      <Icon aria-hidden className={clsx("mt-0.5 size-5 shrink-0", iconLook)} />
      <div className="min-w-0 flex-1">
        {title && <p className="font-medium">{title}</p>}
        {children && <div className="text-sm">{children}</div>}
        {action && <div className="mt-2">{action}</div>}
      </div>
    </div>
  );
}
