/** A page somebody asked to keep on this device. */
export interface Kept {
  readonly path: string;
  readonly title: string;
  readonly at: number;
}

/** What a page asks of the worker; each is answered with `{ pages }` or `{ failed: true }`. */
export type Asked =
  | { readonly kind: "keep"; readonly path: string; readonly title: string }
  | { readonly kind: "let-go"; readonly path: string }
  | { readonly kind: "list" }
  /** Every kept page goes; the lines to call stay. */
  | { readonly kind: "forget" };

export type Told = { readonly pages: readonly Kept[] } | { readonly failed: true };
