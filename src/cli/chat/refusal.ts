/** A call that is answered with an error envelope instead of a result. */
export class Refusal extends Error {
  override readonly name = "Refusal";
  readonly code: number;

  constructor(code: number, description: string) {
    super(description);
    this.code = code;
  }
}

/** A 400 in Telegram's form; `why` is in Telegram's own words wherever those are known. */
export const badRequest = (why: string) => new Refusal(400, `Bad Request: ${why}`);

/**
 * A 400 for what Telegram accepts and then mends without a word (a dropped link, a lost quotation). A conversation
 * that hides such a loss would be worse than one that stops at it; the wording says that it is ours.
 */
export const silentLoss = (what: string) => new Refusal(400, `Bad Request: Telegram would silently ${what}`);
