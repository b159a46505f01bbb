import type { z } from "zod";

type FaultType = "invalid_request_error" | "idempotency_error" | "api_error" | "card_error";
type FaultDetails = { type?: FaultType; code?: string; param?: string };

/** An error that Stripe sends as `{"error": …}` with a status code. See https://docs.stripe.com/api/errors. */
export class StripeFault extends Error {
  override readonly name = "StripeFault";
  readonly status: number;
  readonly details: FaultDetails;

  constructor(status: number, message: string, details: FaultDetails = {}) {
    super(message);
    this.status = status;
    this.details = details;
  }

  /** Returns the body of the response. */
  toBody(): { error: Record<string, unknown> } {
    return { error: { type: "invalid_request_error", ...this.details, message: this.message } };
  }
}

/** Returns Stripe's error for an unknown id. */
export function missing(kind: string, id: string, param = "id"): StripeFault {
  const status = param === "id" ? 404 : 400;
  return new StripeFault(status, `No such ${kind}: '${id}'`, { code: "resource_missing", param });
}

/** Returns Stripe's error for invalid parameters. */
export function badParameter(error: z.ZodError): StripeFault {
  const [issue] = error.issues;
  if (issue?.code === "unrecognized_keys") {
    const param = [...issue.path, issue.keys[0]].join(".");
    return new StripeFault(400, `Received unknown parameter: ${param}`, { code: "parameter_unknown", param });
  }
  const param = issue?.path.join(".") ?? "";
  return new StripeFault(400, `Invalid value for ${param}: ${issue?.message ?? "wrong"}`, { param });
}
