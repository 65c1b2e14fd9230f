import { z } from "zod";
import type { ChannelLimits } from "../channel.ts";

// Meta's own words stay in this folder, their shapes in this file. Unknown keys are let through: Meta adds some without notice.
// https://developers.facebook.com/docs/messenger-platform/reference/webhook-events
// https://developers.facebook.com/docs/messenger-platform/reference/send-api

/** "Under 2,000 characters"; 13 quick replies of 20. */
export const limits: ChannelLimits = { textLength: 1999, choices: 13, choiceLength: 20 };

/** As many as Meta puts into one request. */
export const mostUpdates = 1000;

/** Marks our own sends in their echo, before the id of the delivery. */
export const ourMark = "huong-thien:";

const party = z.object({ id: z.string().min(1).max(128) });
const event = { sender: party, recipient: party, timestamp: z.int().nonnegative().optional() };

const attachment = z.object({ type: z.string(), payload: z.object({ sticker_id: z.number().optional() }).optional().catch(undefined) });

export const Envelope = z.object({ object: z.string(), entry: z.array(z.unknown()) });

export const Entry = z.object({
  id: z.string(),
  time: z.int().nonnegative().optional(),
  messaging: z.array(z.unknown()).default([]),
  standby: z.array(z.unknown()).default([]),
  changes: z.array(z.unknown()).default([]),
});

export const MessageEvent = z.object({
  ...event,
  message: z.object({
    mid: z.string().min(1).max(512),
    text: z.string().optional(),
    is_echo: z.boolean().optional(),
    is_deleted: z.boolean().optional(),
    app_id: z.union([z.string(), z.number()]).optional().catch(undefined),
    metadata: z.string().optional(),
    quick_reply: z.object({ payload: z.string() }).optional(),
    attachments: z.array(attachment.catch({ type: "unknown" })).optional(),
  }),
});
export type MessageEvent = z.infer<typeof MessageEvent>;

export const PostbackEvent = z.object({
  ...event,
  postback: z.object({ mid: z.string().min(1).max(512).optional(), title: z.string().default(""), payload: z.string().default("") }),
});

export const ReferralEvent = z.object({ ...event, referral: z.object({ ref: z.string().default("") }) });

const mid = z.string().min(1).max(512);

export const EditEvent = z.object({ ...event, message_edit: z.object({ mid, text: z.string().min(1) }) });

export const UnsendEvent = z.object({ ...event, message_unsend: z.object({ mid }) });

export const HandoverEvent = z.object({ ...event, pass_thread_control: z.object({ new_owner_app_id: z.coerce.string() }) });

/** A reaction to what was written, or an opt-in of somebody with an id of their own. */
export const TouchEvent = z.union([
  z.object({ ...event, reaction: z.object({ action: z.string() }), optin: z.undefined().optional() }),
  z.object({ ...event, optin: z.object({}), reaction: z.undefined().optional() }),
]);

/** What the Graph API answers to a send that it took. */
export const SendAnswer = z.object({ message_id: z.string().min(1).max(512) });

export const GraphFailure = z.object({
  error: z.object({
    code: z.int(),
    error_subcode: z.int().optional(),
    is_transient: z.boolean().optional(),
    fbtrace_id: z.string().max(64).optional().catch(undefined),
  }),
});
export type GraphFailure = z.infer<typeof GraphFailure>["error"];
