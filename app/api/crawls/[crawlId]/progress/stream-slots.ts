type Stream = { userId: string; end: AbortController };

/** Bounds the progress streams that are open at a time. A tab that was forgotten gives way to the one just opened. */
export type StreamSlots = {
  /**
   * Takes a place for a stream of this user. Ends the user's oldest stream where there are too many. Returns null when the process has none left.
   * `signal` aborts when the stream has to end; `release` gives the place back.
   */
  open(userId: string): { signal: AbortSignal; release(): void } | null;
};

export function createStreamSlots({ perUser, inAll }: { perUser: number; inAll: number }): StreamSlots {
  const streams = new Set<Stream>();
  return {
    open(userId) {
      const own = [...streams].filter((stream) => stream.userId === userId);
      const oldest = own.length >= perUser ? own[0] : undefined;
      if (oldest) {
        streams.delete(oldest);
        oldest.end.abort();
      }
      if (streams.size >= inAll) return null;
      const stream = { userId, end: new AbortController() };
      streams.add(stream);
      return { signal: stream.end.signal, release: () => void streams.delete(stream) };
    },
  };
}
