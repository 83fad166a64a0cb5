import { InputError } from "../coverage/errors.ts";

/** A document that its outlet does not want published; `id` tells which article is thereby taken back, where that is said. */
export class Unpublished extends InputError {
  readonly id: string | null;
  constructor(message: string, id: string | null = null) {
    super(message);
    this.id = id;
  }
}

/**
 * Refuses what is not, not yet or no longer to be published.
 * @param status IPTC publication status, with or without its scheme ("stat:usable"): only `usable` passes,
 *   https://cv.iptc.org/newscodes/pubstatusg2/. Absent means usable.
 * @param embargoed The moment before which the item must not be shown, as ISO 8601.
 * @throws Unpublished with the reason.
 */
export function refuseUnpublished(
  {
    id,
    status,
    embargoed,
  }: { id: string | null; status?: string | null | undefined; embargoed?: string | null | undefined },
  now: Date,
): void {
  const state = status
    ?.trim()
    .replace(/^.*[:/]/, "")
    .toLowerCase();
  if (state && state !== "usable")
    throw new Unpublished(
      `its outlet marked it "${state}"`,
      /^cancell?ed$/.test(state) || state === "withheld" ? id : null,
    );
  if (!embargoed?.trim()) return;
  const until = new Date(embargoed);
  if (Number.isNaN(until.getTime()))
    throw new Unpublished(`it is under embargo until "${embargoed.slice(0, 40)}", which is no date that can be read`);
  if (until > now) throw new Unpublished(`it is under embargo until ${until.toISOString()}`);
}
