import { z } from "zod";
import { neededFields } from "../../server/channels/messenger-page/inspect.ts";
import type { MessengerConfig } from "../../server/config.ts";
import type { Call, CallResult } from "../../server/egress.ts";
import { messengerConfig, page } from "../support/messenger.ts";
import type { World } from "./world.ts";

/** Counsellors answer under their own names here. */
export const pageConfig: MessengerConfig = {
  ...messengerConfig,
  appId: "1029384756",
  personaPicture: "https://huongthien.example.vn/tu-van.png",
};

const Recipient = z.object({ recipient: z.object({ id: z.string() }) });
const Send = Recipient.extend({
  persona_id: z.string().optional(),
  message: z.object({ text: z.string(), metadata: z.string() }),
});
export type Sent = z.infer<typeof Send>;
const Action = Recipient.extend({ sender_action: z.enum(["mark_seen", "typing_on"]) });
const Persona = z.object({ name: z.string().min(1), profile_picture_url: z.url() });

/** A call of ours as Meta reads it. */
export type Asked = { readonly person: string | undefined } & (
  | { readonly kind: "send"; readonly sent: Sent }
  /** Beside the words: seen and typing, how the Page stands, names of counsellors. */
  | { readonly kind: "other-call"; readonly does: () => unknown }
);

/** What Meta keeps of the Page; reads each call, and throws at one it does not know. */
export function openPage(world: World): (call: Call) => Asked {
  const personas: { readonly id: string; readonly name: string }[] = [];
  const subscribed = { data: [{ id: pageConfig.appId, subscribed_fields: [...neededFields] }] };
  const make = (body: unknown) => {
    const made = { id: `persona-${personas.length + 1}`, name: Persona.parse(body).name };
    personas.push(made);
    return made;
  };
  const other = (does: () => unknown): Asked => ({ kind: "other-call", person: undefined, does });
  return ({ method, url, body }) => {
    const path = new URL(url).pathname.split("/").slice(2).join("/");
    switch (`${method} ${path}`) {
      case `POST ${page}/messages`:
        return readMessage(body);
      case `GET ${page}/subscribed_apps`:
        return other(() => subscribed);
      case `GET ${page}/conversations`:
        return other(() => ({ data: [{ updated_time: new Date(world.now()).toISOString().replace(/\.\d+Z$/, "+0000") }] }));
      case `GET ${page}/personas`:
        return other(() => ({ data: [...personas] }));
      case `POST ${page}/personas`:
        return other(() => make(body));
      default:
        throw new Error(`Meta knows no ${method} ${path}`);
    }
  };
}

function readMessage(body: unknown): Asked {
  const action = Action.safeParse(body);
  if (action.success)
    return { kind: "other-call", person: action.data.recipient.id, does: () => ({ recipient_id: action.data.recipient.id }) };
  const sent = Send.parse(body);
  return { kind: "send", person: sent.recipient.id, sent };
}

export function done(json: unknown): CallResult {
  return { kind: "answered", status: 200, headers: {}, json };
}
