/** How much may come at once, and how much a second after that. */
export interface Allowance {
  readonly burst: number;
  readonly perSecond: number;
}

interface Bucket {
  tokens: number;
  /** When `tokens` was right, in milliseconds. */
  at: number;
  isTold: boolean;
}

/** Keys remembered at the most; those unused for longest are forgotten first, which gives them a full bucket. */
const most = 50_000;

/** Token buckets by key (https://en.wikipedia.org/wiki/Token_bucket): a full one at first, filled again by time alone. */
export class Buckets {
  readonly #allowance: Allowance;
  readonly #now: () => number;
  readonly #byKey = new Map<number, Bucket>();

  constructor(allowance: Allowance, now: () => number = () => performance.now()) {
    this.#allowance = allowance;
    this.#now = now;
  }

  /** Takes `cost` tokens if they are there; else says so, and whether it is the first time since the bucket was half full. */
  take(key: number, cost = 1): "taken" | "first refusal" | "refused" {
    const { burst, perSecond } = this.#allowance;
    const now = this.#now();
    const old = this.#byKey.get(key);
    const tokens = old ? Math.min(burst, old.tokens + ((now - old.at) / 1000) * perSecond) : burst;
    const isTaken = tokens >= cost;
    const wasTold = old?.isTold === true && tokens < burst / 2;
    this.#byKey.delete(key);
    this.#byKey.set(key, { tokens: isTaken ? tokens - cost : tokens, at: now, isTold: wasTold || !isTaken });
    if (this.#byKey.size > most) for (const oldest of this.#byKey.keys().take(1)) this.#byKey.delete(oldest);
    if (isTaken) return "taken";
    return wasTold ? "refused" : "first refusal";
  }
}
