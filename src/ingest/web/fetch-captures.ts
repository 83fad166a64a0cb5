import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { InputError } from "../../coverage/errors.ts";
import { writeAtomic } from "../../coverage/store.ts";
import { type Capture, capturesOf, feedCaptures, type Reading, refused } from "../captures.ts";
import { decode } from "../decode.ts";
import { sniff } from "../sniff.ts";
import { unpackedSync } from "../stream.ts";
import { checkedUrl, type Response } from "./client.ts";
import { FetchMemory } from "./memory.ts";
import type { Network } from "./network.ts";
import { addressesIn } from "./sitemap.ts";
import { Visitor } from "./visitor.ts";

/** How addresses are fetched. */
export interface Fetching extends Reading {
  /** The corpus folder; captures go into its folder `captures`. */
  readonly dir: string;
  /** Write nothing. */
  readonly dryRun: boolean;
  readonly network: Network;
  readonly contact: string | null;
  /** The most pages that one sitemap or feed leads to. */
  readonly limit: number;
  readonly stop?: AbortSignal;
}

/** A sitemap may point to sitemaps; more than this deep it is a trap. */
const mostDepth = 3;

/** A page as it lies at hand: fetched now, or before and unchanged since. */
interface Page {
  readonly bytes: Buffer;
  readonly contentType: string | null;
  /** The address that answered, and the one that was asked for. */
  readonly at: string;
  readonly asked: string;
}

/** The documents behind addresses: of a page, or of every page that a sitemap or feed leads to. */
export class Fetcher {
  readonly #fetching: Fetching;
  readonly #visitor: Visitor;
  readonly #memory: FetchMemory;
  readonly #seen = new Set<string>();

  constructor(fetching: Fetching) {
    this.#fetching = fetching;
    this.#visitor = new Visitor(fetching.network, fetching.contact);
    this.#memory = new FetchMemory(fetching.dir);
  }

  close(): Promise<void> {
    return this.#visitor.close();
  }

  /** An address that cannot be fetched comes with its problem; the rest goes on. */
  async *captures(address: string): AsyncGenerator<Capture> {
    yield* this.#follow(address, 0, { left: this.#fetching.limit });
  }

  async *#follow(address: string, depth: number, budget: { left: number }): AsyncGenerator<Capture> {
    const place = { input: address, file: address, name: address };
    if (this.#fetching.stop?.aborted || this.#seen.has(address)) return;
    this.#seen.add(address);
    try {
      const page = await this.#fetch(address);
      const text = decode(page.bytes, page.contentType ?? undefined);
      const kind = sniff(text, "");
      if (kind === "sitemap") {
        if (depth >= mostDepth) throw new InputError(`sitemaps that lead to sitemaps more than ${mostDepth} deep`);
        const found = addressesIn(text);
        if (found.length === 0) throw new InputError("the sitemap names no address");
        yield* this.#followAll(found, depth, budget);
      } else if (kind === "feed") yield* this.#feed(page, text, depth, budget);
      else yield* capturesOf(page.bytes, this.#placeOf(page, this.#keep(page)), this.#fetching);
    } catch (error) {
      yield refused(place, error);
    }
  }

  async *#followAll(addresses: readonly string[], depth: number, budget: { left: number }): AsyncGenerator<Capture> {
    for (const address of addresses) {
      if (budget.left-- <= 0) {
        const why = `left out, like all after it: --limit is ${this.#fetching.limit}`;
        yield refused({ input: address, file: address, name: address }, new InputError(why));
        return;
      }
      yield* this.#follow(address, depth + 1, budget);
    }
  }

  /** The items of a feed: those with their full text as they stand in it, the others from their own pages where these can be had. */
  async *#feed(page: Page, text: string, depth: number, budget: { left: number }): AsyncGenerator<Capture> {
    const place = this.#placeOf(page, this.#keep(page));
    for await (const capture of feedCaptures(text, place, this.#fetching)) {
      const link = capture.draft?.url ?? null;
      if (!capture.draft?.isSummary || link === null || depth > 0 || budget.left-- <= 0) {
        yield capture;
        continue;
      }
      for await (const found of this.#follow(link, depth + 1, budget)) {
        if (found.draft || found.wasRead) yield found;
        else
          yield {
            ...capture,
            draft: { ...capture.draft, warnings: [...capture.draft.warnings, `${link}: ${found.problem}`] },
          };
      }
    }
  }

  async #fetch(address: string): Promise<Page> {
    const url = checkedUrl(address).href;
    const known = this.#memory.of(url);
    const path = known && join(this.#fetching.dir, known.file);
    const isThere = path !== null && existsSync(path);
    const conditions = {
      ...(isThere && known?.etag ? { "if-none-match": known.etag } : {}),
      ...(isThere && known?.lastModified ? { "if-modified-since": known.lastModified } : {}),
    };
    const response = await this.#visitor.visit(url, conditions);
    if (response.status === 304 && isThere && known)
      return { bytes: readFileSync(path), contentType: known.contentType, at: known.at, asked: url };
    refuseFailure(response);
    const page = {
      bytes: unpackedSync(response.body),
      contentType: response.headers["content-type"] ?? null,
      at: response.url,
      asked: url,
    };
    if (!this.#fetching.dryRun) {
      const { etag = null, "last-modified": lastModified = null } = response.headers;
      const file = this.#keep(page);
      this.#memory.add({ url, etag, lastModified, contentType: page.contentType, file, at: page.at });
    }
    return page;
  }

  /** Keeps what was fetched as a capture, and tells where, relative to the corpus folder. Another state of a page is another file. */
  #keep({ bytes, at }: Page): string {
    const url = new URL(at);
    const name =
      (url.pathname.split("/").filter(Boolean).at(-1) ?? "index")
        .replace(/\.\w{1,5}$/, "")
        .replace(/[^\w.-]+/g, "-")
        .slice(0, 60) || "page";
    const print = createHash("sha256").update(bytes).digest("hex").slice(0, 12);
    const file = `captures/${url.hostname.replace(/[^\w.-]+/g, "-")}/${name}-${print}${extensionOf({ bytes })}`;
    const path = join(this.#fetching.dir, file);
    if (!this.#fetching.dryRun && !existsSync(path)) {
      mkdirSync(dirname(path), { recursive: true });
      writeAtomic(path, bytes);
    }
    return file;
  }

  #placeOf({ at, asked, contentType }: Page, file: string) {
    return {
      input: asked,
      file: join(this.#fetching.dir, file),
      name: nameIn(at),
      url: at,
      ...(contentType ? { contentType } : {}),
    };
  }
}

function refuseFailure({ status }: Response): void {
  if (status === 410)
    throw new InputError("the page is gone for good (410); withdraw its article if it should not be quoted");
  if (status === 404) throw new InputError("there is no such page (404)");
  if (status === 401 || status === 403) throw new InputError(`the server does not let us (${status})`);
  if (status < 200 || status >= 300) throw new InputError(`the server answered ${status}`);
}

function nameIn(address: string): string {
  const url = new URL(address);
  return (
    url.pathname
      .split("/")
      .filter(Boolean)
      .at(-1)
      ?.replace(/\.\w{1,5}$/, "") || url.hostname
  );
}

const extensionOf = ({ bytes }: Pick<Page, "bytes">) =>
  /^\s*<(?:\?xml|rss|feed|urlset|sitemapindex)/i.test(bytes.toString("latin1", 0, 200)) ? ".xml" : ".html";
