import type { IncomingMessage } from "node:http";
import { z } from "zod";
import { keyedDigest } from "../../server/channels/messenger/signature.ts";
import { neededFields } from "../../server/channels/messenger-page/inspect.ts";
import { messengerConfig } from "./messenger.ts";

/** What a Page has beside its messages. Tests read it, and change it as somebody on the Page would. */
export interface PageOfStub {
  readonly actions: { readonly recipient: string; readonly action: string }[];
  readonly comments: { readonly under: string; readonly message: string }[];
  readonly personas: { id: string; name: string; profile_picture_url: string }[];
  subscriptions: { id: string; subscribed_fields: string[] }[];
  profile: Record<string, unknown>;
  /** When somebody last wrote or was written to, as Meta knows. */
  updatedAt: number | undefined;
  /** Every request is refused with this code. */
  failing: number | undefined;
  readonly calls: string[];
}

/** A Page that stands well. */
export function openPageOfStub(): PageOfStub {
  const subscriptions = [{ id: "481516234200001", subscribed_fields: [...neededFields] }];
  return { actions: [], comments: [], personas: [], subscriptions, profile: {}, updatedAt: undefined, failing: undefined, calls: [] };
}

interface Answer {
  readonly status: number;
  readonly json: unknown;
}

const Action = z.object({ recipient: z.object({ id: z.string() }), sender_action: z.enum(["mark_seen", "typing_on"]) });
const Comment = z.object({ message: z.string().min(1) });
const Persona = z.object({ name: z.string().min(1).max(50), profile_picture_url: z.url() });
const Fields = z.object({ subscribed_fields: z.string() });

/** The answer to whatever is no message; undefined = a message, not for here. */
export function answerForPage(request: IncomingMessage, text: string, page: PageOfStub): Answer | undefined {
  const { pageId, graphVersion, pageToken, appSecret } = messengerConfig;
  const { pathname, searchParams } = new URL(request.url ?? "", "http://localhost");
  const path = pathname.replace(`/${graphVersion}/`, "");
  const body: unknown = text === "" ? {} : safeJson(text);
  const isMessage = path === `${pageId}/messages` && !(typeof body === "object" && body !== null && "sender_action" in body);
  if (isMessage || !pathname.startsWith(`/${graphVersion}/`)) return undefined;
  page.calls.push(`${request.method} ${path}`);
  const proof = keyedDigest(pageToken, appSecret);
  const given =
    request.method === "POST"
      ? z.object({ appsecret_proof: z.string() }).safeParse(body).data?.appsecret_proof
      : searchParams.get("appsecret_proof");
  if (request.headers.authorization !== `Bearer ${pageToken}` || given !== proof) return refusal(190);
  if (page.failing !== undefined) return refusal(page.failing);
  const answered = answer(`${request.method} ${path}`, body, page);
  return answered === undefined ? refusal(100) : { status: 200, json: answered };
}

function answer(call: string, body: unknown, page: PageOfStub): unknown {
  const { pageId } = messengerConfig;
  const under = /^POST (\w+)\/comments$/.exec(call)?.[1];
  if (under !== undefined) return { id: `${under}_${page.comments.push({ under, message: Comment.parse(body).message })}` };
  switch (call) {
    case `POST ${pageId}/messages`: {
      const { recipient, sender_action } = Action.parse(body);
      page.actions.push({ recipient: recipient.id, action: sender_action });
      return { recipient_id: recipient.id };
    }
    case `GET ${pageId}/personas`:
      return { data: page.personas };
    case `POST ${pageId}/personas`: {
      const id = `persona-${page.personas.length + 1}`;
      page.personas.push({ id, ...Persona.parse(body) });
      return { id };
    }
    case `GET ${pageId}/subscribed_apps`:
      return { data: page.subscriptions };
    case `POST ${pageId}/subscribed_apps`:
      page.subscriptions = [{ id: "481516234200001", subscribed_fields: Fields.parse(body).subscribed_fields.split(",") }];
      return { success: true };
    case `GET ${pageId}/conversations`:
      return {
        data:
          page.updatedAt === undefined
            ? []
            : [{ id: "t_1", updated_time: new Date(page.updatedAt).toISOString().replace(".000Z", "+0000") }],
      };
    case `GET me/messenger_profile`:
      return { data: [page.profile] };
    case `POST me/messenger_profile`:
      page.profile = { ...page.profile, ...z.record(z.string(), z.unknown()).parse(body) };
      delete page.profile.appsecret_proof;
      return { result: "success" };
    case `DELETE me/messenger_profile`:
      for (const field of z.object({ fields: z.array(z.string()) }).parse(body).fields) delete page.profile[field];
      return { result: "success" };
    default:
      return undefined;
  }
}

function refusal(code: number): Answer {
  return { status: 400, json: { error: { message: "words of Meta's", type: "OAuthException", code, fbtrace_id: "AbCdEf123" } } };
}

function safeJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Not JSON: the stub answers as to an empty body.
    return {};
  }
}
