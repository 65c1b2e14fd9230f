/** Tells open streams that something may be new: topics are conversation ids, persons (the store's `topicOf`) and "queue". */
export interface Live {
  /** Gives the way to stop listening. */
  subscribe(topic: string, listener: () => void): () => void;
  /** Something this process did. */
  announce(topic: string): void;
  /** Something another process did: told to the streams that are open here, and not told on. */
  pass(topic: string): void;
  /** Is told every topic that is announced here. */
  share(listener: (topic: string) => void): void;
  listeners(): number;
}

export function openLive(): Live {
  const topics = new Map<string, Set<() => void>>();
  let share: (topic: string) => void = () => undefined;
  const pass = (topic: string) => {
    for (const listener of [...(topics.get(topic) ?? [])]) listener();
  };
  return {
    pass,
    share(listener) {
      share = listener;
    },
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
      pass(topic);
      share(topic);
    },
    listeners: () => [...topics.values()].reduce((sum, listeners) => sum + listeners.size, 0),
  };
}
