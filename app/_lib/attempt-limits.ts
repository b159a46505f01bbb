/** How often an e-mail address may be used at each of Better Auth's endpoints, however many machines ask. Windows are seconds. */
export const ATTEMPT_LIMITS: Record<string, { max: number; window: number }> = {
  "/sign-in/email": { max: 20, window: 600 },
  "/sign-up/email": { max: 5, window: 3600 },
  "/request-password-reset": { max: 5, window: 3600 },
  "/send-verification-email": { max: 5, window: 3600 },
};
