/** What this tab knows of its conversation: the key to it, and nothing that was said. */
export interface Memory {
  token(): string | undefined;
  keep(token: string): void;
  forget(): void;
  remembers(): boolean;
  /** Kept on this machine only when the person asks. */
  remember(wanted: boolean): void;
}

const name = "hoi-dap";

export function openMemory(tab: Storage, machine: Storage): Memory {
  const remembers = () => read(machine) !== undefined;
  return {
    token: () => read(tab) ?? read(machine),
    keep(token) {
      tab.setItem(name, token);
      if (remembers()) machine.setItem(name, token);
    },
    forget() {
      tab.removeItem(name);
      machine.removeItem(name);
    },
    remembers,
    remember(wanted) {
      const token = read(tab);
      if (wanted && token !== undefined) machine.setItem(name, token);
      else machine.removeItem(name);
    },
  };

  function read(storage: Storage): string | undefined {
    return storage.getItem(name) ?? undefined;
  }
}
