/** Tells open streams that something may be new: topics are conversation ids, persons and "queue". In this process only. */
export interface Live {
  /** Gives the way to stop listening. */
  subscribe(topic: string, listener: () => void): () => void;
  announce(topic: string): void;
  listeners(): number;
}

/** For who waits for a conversation to begin, which has no id yet. */
export const anyChange = "any";

export function openLive(): Live {
  const topics = new Map<string, Set<() => void>>();
  return {
    subscribe(topic, listener) {
      const listeners = topics.get(topic) ?? new Set();
      listeners.add(listener);
      topics.set(topic, listeners);
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) topics.delete(topic);
      };
    },
    announce(topic) {
      for (const listener of [...(topics.get(topic) ?? [])]) listener();
    },
    listeners: () => [...topics.values()].reduce((sum, listeners) => sum + listeners.size, 0),
  };
}
