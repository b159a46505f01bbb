type Stream = { userId: string };

/** Limits the progress streams that are open at a time. */
export type StreamSlots = {
  /**
   * Takes a slot for a stream of this user until `release` is called; null if the user or the process has none left. Streams
   * are never closed in favour of others: browsers reconnect within seconds, and tabs would end each other's streams for ever.
   */
  open(userId: string): { release(): void } | null;
};

export function createStreamSlots({ perUser, inAll }: { perUser: number; inAll: number }): StreamSlots {
  const streams = new Set<Stream>();
  return {
    open(userId) {
      const own = [...streams].filter((stream) => stream.userId === userId);
      if (own.length >= perUser || streams.size >= inAll) return null;
      const stream = { userId };
      streams.add(stream);
      return { release: () => void streams.delete(stream) };
    },
  };
}
