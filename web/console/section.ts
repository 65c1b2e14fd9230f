import type { ComponentType } from "preact";
import type { Me } from "../../server/http/wire.ts";

export interface SectionProps {
  readonly me: Me;
  /** The session has ended. */
  readonly onGone: () => void;
}

/** One page of the console. */
export interface Section {
  /** Its place in the address: `#slug`. */
  readonly slug: string;
  readonly name: string;
  readonly roles: readonly Me["role"][];
  readonly View: ComponentType<SectionProps>;
}
