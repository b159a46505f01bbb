type Stream = { userId: string };

/** Bounds the progress streams that are open at a time. */
export type StreamSlots = {
  /**
   * Takes a place for a stream of this user, until `release` is called. Returns null when the user or the process has none left. No stream is
   * ended for another: a browser opens it again within seconds, and a few tabs would end each other's for ever.
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
