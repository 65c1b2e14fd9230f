import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from "node:crypto";

/** AES-256-GCM with a key of its own for each conversation, kept wrapped: forgetting the key forgets the words. */
export interface Seal {
  /** A new wrapped key. */
  newKey(): string;
  lock(wrappedKey: string, text: string): string;
  open(wrappedKey: string, sealed: string): string;
  /** The same for the same value, and of no use without our key. */
  fingerprint(value: string): string;
  /** A word to find one conversation by: the same for the same word there, another elsewhere, and of no use without our key. */
  blindWord(conversation: string, word: string): string;
  /** For what belongs to no conversation. */
  lockOwn(text: string): string;
  openOwn(sealed: string): string;
}

const nonceLength = 12;
const tagLength = 16;
/** Kept open for a moment: of those whose messages are just being written or read. */
const mostKeys = 256;
/** 36 bits: a likeness by chance is seen when what was found is read. */
export const blindLength = 6;

/** `key`: 32 bytes. */
export function sealWith(key: Uint8Array): Seal {
  const derive = (purpose: string) => createSecretKey(Buffer.from(hkdfSync("sha256", key, new Uint8Array(), purpose, 32)));
  const wrapping = derive("wrap conversation keys");
  const own = derive("own secrets");
  const lookup = derive("look up senders");
  const unwrapped = new Map<string, KeyObject>();
  const remember = (wrapped: string, key: KeyObject) => {
    // The oldest goes: what is under way needs its key again in a moment.
    for (const oldest of unwrapped.keys()) if (unwrapped.size >= mostKeys) unwrapped.delete(oldest);
    unwrapped.set(wrapped, key);
    return key;
  };
  const words = derive("find words");
  const unwrap = (wrapped: string) =>
    unwrapped.get(wrapped) ?? remember(wrapped, createSecretKey(Buffer.from(decrypt(wrapping, wrapped), "base64")));
  return {
    newKey() {
      const key = randomBytes(32);
      const wrapped = encrypt(wrapping, key.toString("base64"));
      remember(wrapped, createSecretKey(key));
      return wrapped;
    },
    lock: (wrapped, text) => encrypt(unwrap(wrapped), text),
    open: (wrapped, sealed) => decrypt(unwrap(wrapped), sealed),
    fingerprint: (value) => createHmac("sha256", lookup).update(value).digest("base64url"),
    blindWord: (conversation, word) =>
      createHmac("sha256", words).update(`${conversation}\n${word}`).digest("base64url").slice(0, blindLength),
    lockOwn: (text) => encrypt(own, text),
    openOwn: (sealed) => decrypt(own, sealed),
  };
}

/** A token as it is stored. */
export function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("base64url");
}

function encrypt(key: KeyObject, text: string): string {
  const nonce = randomBytes(nonceLength);
  const cipher = createCipheriv("aes-256-gcm", key, nonce);
  return Buffer.concat([nonce, cipher.update(text, "utf8"), cipher.final(), cipher.getAuthTag()]).toString("base64");
}

function decrypt(key: KeyObject, sealed: string): string {
  const bytes = Buffer.from(sealed, "base64");
  const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, nonceLength));
  decipher.setAuthTag(bytes.subarray(-tagLength));
  return Buffer.concat([decipher.update(bytes.subarray(nonceLength, -tagLength)), decipher.final()]).toString("utf8");
}
