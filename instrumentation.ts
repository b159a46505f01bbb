/** Runs when Next starts the web process: wrong settings end it with a message that lists them, before the first request. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { parseSettings } = await import("#worker/core/settings.ts");
  parseSettings(process.env);
}
