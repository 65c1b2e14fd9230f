import type { AddressInfo } from "node:net";
import { connect, createServer, type Socket } from "node:net";

/** A network cable between a browser and the program: as long as it is out, nothing gets through. */
export interface Cable {
  readonly url: string;
  pull(): void;
  plugIn(): void;
  /** The far end is another program now. */
  leadTo(url: string): void;
  close(): Promise<void>;
}

export async function layCable(to: string): Promise<Cable> {
  let target = new URL(to);
  let isIn = true;
  const open = new Set<Socket>();
  const server = createServer((near) => {
    if (!isIn) return void near.destroy();
    const far = connect(Number(target.port), target.hostname);
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(one);
      one.on("error", () => other.destroy());
      one.on("close", () => {
        open.delete(one);
        other.destroy();
      });
      one.pipe(other);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const cut = () => {
    for (const socket of open) socket.destroy();
  };
  return {
    url: `http://127.0.0.1:${port}`,
    pull() {
      isIn = false;
      cut();
    },
    plugIn() {
      isIn = true;
    },
    leadTo(url) {
      target = new URL(url);
      cut();
    },
    async close() {
      cut();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
