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
  /** In one line where there is room: for notices above what people come for. */
  compact?: boolean;
};

/** A message about the current page, with an optional action. */
export function Banner({ tone = "info", title, children, action, role, compact = false }: BannerProps) {
  const { icon: Icon, look, iconLook } = TONES[tone];
  return (
    <div role={role} className={clsx("flex gap-3 rounded-card border px-4", compact ? "py-2" : "py-3", look)}>
      <Icon aria-hidden className={clsx("mt-0.5 size-5 shrink-0", iconLook)} />
      {compact ? (
        <div className="flex min-w-0 flex-1 flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
          <p className="min-w-0 flex-[1_1_24rem] text-sm">
            <span className="text-base font-medium">{title}</span> {children}
          </p>
          {action}
        </div>
      ) : (
        <div className="min-w-0 flex-1">
          {title && <p className="font-medium">{title}</p>}
          {children && <div className="text-sm">{children}</div>}
          {action && <div className="mt-2">{action}</div>}
        </div>
      )}
    </div>
  );
}
