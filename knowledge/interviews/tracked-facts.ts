import { type Facts, isFacts, toAsk } from "./facts.ts";

/** Thrown by the first reading of a fact nobody has answered. */
export class MissingFact extends Error {
  readonly path: string;
  constructor(path: string) {
    super(`nobody has answered ${path}`);
    this.path = path;
  }
}

/** The facts as a rule sees them: what is known is read as it is, what is not stops the rule and says its path. */
export function trackFacts(facts: Facts): unknown {
  return track(facts, "");
}

function track(value: object, at: string): object {
  return new Proxy(value, {
    get(target, name, receiver) {
      if (typeof name === "symbol" || (!Object.hasOwn(target, name) && name in target)) return Reflect.get(target, name, receiver);
      const path = at === "" ? name : `${at}.${name}`;
      const known: unknown = Reflect.get(target, name);
      if (known === toAsk || (known === undefined && isFacts(target as Facts))) throw new MissingFact(path);
      return typeof known === "object" && known !== null ? track(known, path) : known;
    },
    has(target, name) {
      return Reflect.has(target, name) && Reflect.get(target, name) !== toAsk;
    },
    ownKeys(target) {
      if (Array.isArray(target)) return Reflect.ownKeys(target);
      throw new TypeError(`a rule copied or listed the facts${at === "" ? "" : ` of ${at}`} instead of reading the ones it needs`);
    },
  });
}
