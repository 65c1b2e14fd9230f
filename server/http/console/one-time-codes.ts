import { generateSecret, generateURI, verifySync } from "otplib";

const stepSeconds = 30;

export interface NewSecret {
  /** Base32. */
  readonly secret: string;
  readonly otpauth: string;
}

export function newSecret(label: string): NewSecret {
  const secret = generateSecret();
  return { secret, otpauth: generateURI({ issuer: "Hướng Thiện", label, secret }) };
}

/** The time step a six-digit code belongs to (one step early or late is let pass), or undefined for a wrong code. */
export function stepOfCode(secret: string, code: string, at: number): number | undefined {
  const epoch = Math.floor(at / 1000);
  const result = verifySync({ secret, token: code, epoch, epochTolerance: stepSeconds });
  if (!result.valid) return undefined;
  return Math.floor(epoch / stepSeconds) + (result.delta ?? 0);
}
