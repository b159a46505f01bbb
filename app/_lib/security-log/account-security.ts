import { deriveSecretKeys } from "#prisma/sealed-secret.ts";
import type { AccountDependencies } from "../auth/account-dependencies.ts";
import { secondStep } from "../second-step/second-step.ts";
import { securityLog } from "./security-log.ts";

/**
 * Codes that one network address may try per minute. Without a trusted header all visitors share one count, as in
 * create-auth.ts.
 */
const PER_MINUTE = { known: 10, shared: 500 };

/** Returns the plugins for the second step and the security log. */
export function accountSecurity(dependencies: AccountDependencies) {
  const { settings } = dependencies;
  const maxPerMinute = settings.TRUSTED_IP_HEADER ? PER_MINUTE.known : PER_MINUTE.shared;
  return [secondStep({ ...dependencies, keys: deriveSecretKeys(settings), maxPerMinute }), securityLog(dependencies)];
}
