import { z } from "zod";
import type { Graph } from "../messenger/graph.ts";

// https://developers.facebook.com/docs/messenger-platform/reference/messenger-profile-api

const Words = z.string().trim().min(1);
const Payload = Words.max(1000);
const Locale = z.string().regex(/^(default|[a-z]{2}_[A-Z]{2})$/);
const perLocale = <Of extends z.ZodType>(of: Of) =>
  z
    .record(Locale, of)
    .refine((given) => "default" in given, "the locale `default` is needed")
    .nullable()
    .optional();

/** The file: what a Page shows in Messenger, within Meta's limits. */
export const Profile = z.strictObject({
  greeting: perLocale(Words.max(160)),
  getStarted: Payload.nullable().optional(),
  iceBreakers: perLocale(
    z
      .array(z.strictObject({ question: Words.max(80), payload: Payload.optional() }))
      .min(1)
      .max(4),
  ),
  persistentMenu: perLocale(
    z
      .array(
        z.union([
          z.strictObject({ title: Words.max(30), url: z.url() }),
          z.strictObject({ title: Words.max(30), payload: Payload.optional() }),
        ]),
      )
      .min(1)
      .max(20),
  ),
});
export type Profile = z.infer<typeof Profile>;

export const profileFields = ["greeting", "get_started", "ice_breakers", "persistent_menu"] as const;
type Field = (typeof profileFields)[number];
/** In Meta's shape; null = not there, or to be removed. */
export type MetaProfile = Partial<Record<Field, unknown>>;

/** What the Graph API may add by itself is left out: it is no difference. */
const OnPage = z.object({
  greeting: z.array(z.object({ locale: z.string(), text: z.string() })).optional(),
  get_started: z.object({ payload: z.string() }).optional(),
  ice_breakers: z
    .array(
      z.object({
        locale: z.string().default("default"),
        call_to_actions: z.array(z.object({ question: z.string(), payload: z.string() })),
      }),
    )
    .optional(),
  persistent_menu: z
    .array(
      z.object({
        locale: z.string(),
        composer_input_disabled: z.boolean().default(false),
        call_to_actions: z.array(
          z.object({ type: z.string(), title: z.string(), url: z.string().optional(), payload: z.string().optional() }),
        ),
      }),
    )
    .optional(),
});
const Answer = z.object({ data: z.array(OnPage) });

/** The file as Meta takes it; parts the file does not name are not there. */
export function metaProfile({ greeting, getStarted, iceBreakers, persistentMenu }: Profile): MetaProfile {
  const each = <Given, Made>(given: Readonly<Record<string, Given>>, make: (of: Given) => Made) =>
    Object.entries(given).map(([locale, of]) => ({ locale, ...make(of) }));
  return {
    ...(greeting !== undefined && { greeting: greeting && each(greeting, (text) => ({ text })) }),
    ...(getStarted !== undefined && { get_started: getStarted === null ? null : { payload: getStarted } }),
    ...(iceBreakers !== undefined && {
      ice_breakers:
        iceBreakers &&
        each(iceBreakers, (list) => ({
          call_to_actions: list.map(({ question, payload = question }) => ({ question, payload })),
        })),
    }),
    ...(persistentMenu !== undefined && {
      persistent_menu:
        persistentMenu && each(persistentMenu, (list) => ({ composer_input_disabled: false, call_to_actions: list.map(menuItem) })),
    }),
  };
}

function menuItem(item: NonNullable<NonNullable<Profile["persistentMenu"]>[string]>[number]) {
  const { title } = item;
  return "url" in item ? { type: "web_url", title, url: item.url } : { type: "postback", title, payload: item.payload ?? title };
}

export type Outcome<Value> = { readonly kind: "done"; readonly value: Value } | { readonly kind: "failed"; readonly why: string };

/** What the Page shows now. */
export async function readProfile(graph: Graph, at: number): Promise<Outcome<MetaProfile>> {
  const answer = await graph.call({ method: "GET", path: "me/messenger_profile", query: { fields: profileFields.join(",") }, at });
  if (answer.kind === "failed") return { kind: "failed", why: answer.result.why };
  const parsed = Answer.safeParse(answer.json);
  return parsed.success ? { kind: "done", value: parsed.data.data[0] ?? {} } : { kind: "failed", why: "an answer of another shape" };
}

/** The fields that must change. */
export function differing(now: MetaProfile, wanted: MetaProfile): readonly Field[] {
  const same = (one: unknown, other: unknown) => JSON.stringify(sorted(one ?? null)) === JSON.stringify(sorted(other ?? null));
  return profileFields.filter((field) => field in wanted && !same(now[field], wanted[field]));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).filter(([, of]) => of !== undefined);
  return Object.fromEntries(entries.toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([key, of]) => [key, sorted(of)]));
}

/** Two calls at most: Meta allows ten in ten minutes. The menu hangs on "get started", so what is new is written before anything is removed. */
export async function writeProfile(
  graph: Graph,
  { wanted, fields, at }: { readonly wanted: MetaProfile; readonly fields: readonly Field[]; readonly at: number },
): Promise<Outcome<undefined>> {
  const given = fields.filter((field) => wanted[field] !== null);
  const removed = fields.filter((field) => wanted[field] === null);
  const body = Object.fromEntries(given.map((field) => [field, wanted[field]]));
  const answers = [
    ...(given.length > 0 ? [await graph.call({ method: "POST", path: "me/messenger_profile", body, at })] : []),
    ...(removed.length > 0 ? [await graph.call({ method: "DELETE", path: "me/messenger_profile", body: { fields: removed }, at })] : []),
  ];
  const failed = answers.find((answer) => answer.kind === "failed");
  return failed?.kind === "failed" ? { kind: "failed", why: failed.result.why } : { kind: "done", value: undefined };
}
