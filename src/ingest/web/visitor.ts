import * as robotsParser from "robots-parser";
import { InputError } from "../../coverage/errors.ts";
import { Client, checkedUrl, type Response } from "./client.ts";
import type { Network } from "./network.ts";

/** The package is one function, which its types tell as the default export of a module that has none. */
const parseRobots = robotsParser.default as unknown as (
  url: string,
  text: string,
) => {
  isAllowed: (url: string, agent: string) => boolean | undefined;
  getCrawlDelay: (agent: string) => number | undefined;
};

/** The name under which robots.txt files may speak of us. */
const productToken = "Onrecord";
/** RFC 9309, 2.5: parsers must read at least this many bytes of a robots.txt. */
const mostRobotsBytes = 500 * 1024;
/** RFC 9309, 2.3.1.2: at least five redirects should be followed; for pages no more either. */
const mostRedirects = 5;
/** A robots.txt may ask for a longer pause, up to this; a server that is busy may as well. In milliseconds. */
const longestPause = 30_000;

interface Rules {
  /** `null` where all is disallowed because the file could not be had. */
  readonly allows: ((url: string) => boolean) | null;
  readonly pause: number;
  readonly problem: string;
}

/** @param contact An address of mail or of a page, by which whoever runs a site can reach the operator. */
export function userAgentOf(contact: string | null): string {
  return `${productToken}/0.1 (collects news articles to quote from${contact ? `; contact: ${contact}` : ""})`;
}

/** Visits pages politely: as robots.txt allows (RFC 9309), one request at a time, with a pause between two to one host. */
export class Visitor {
  readonly #client: Client;
  readonly #network: Network;
  readonly #rules = new Map<string, Promise<Rules>>();
  readonly #lastVisit = new Map<string, number>();

  constructor(network: Network, contact: string | null) {
    this.#network = network;
    this.#client = new Client(network, userAgentOf(contact));
  }

  /**
   * The answer at the end of an address's redirects, each of which is checked like the first.
   * @throws InputError with the reason why there is none.
   */
  async visit(address: string, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
    let url = checkedUrl(address);
    for (let hops = 0; hops <= mostRedirects; hops++) {
      const rules = await this.#rulesOf(url);
      if (rules.allows === null) throw new InputError(rules.problem);
      if (!rules.allows(url.href)) throw new InputError("the site's robots.txt does not allow it");
      let response = await this.#get(url, headers, rules.pause);
      if (response.status === 429 || response.status === 503) {
        const seconds = Number(response.headers["retry-after"] ?? 5);
        response = await this.#get(url, headers, Math.min(longestPause, Math.max(1, seconds || 5) * 1000));
      }
      if (!response.redirect) return response;
      url = checkedUrl(response.redirect);
    }
    throw new InputError(`it leads on more than ${mostRedirects} times`);
  }

  close(): Promise<void> {
    return this.#client.close();
  }

  async #get(url: URL, headers: Readonly<Record<string, string>>, pause: number): Promise<Response> {
    const ready = (this.#lastVisit.get(url.host) ?? Number.NEGATIVE_INFINITY) + pause;
    const wait = ready - performance.now();
    if (wait > 0) await new Promise((done) => setTimeout(done, wait));
    try {
      return await this.#client.get(url.href, headers);
    } finally {
      this.#lastVisit.set(url.host, performance.now());
    }
  }

  #rulesOf(url: URL): Promise<Rules> {
    let rules = this.#rules.get(url.origin);
    if (rules === undefined) {
      rules = this.#readRules(url.origin);
      this.#rules.set(url.origin, rules);
    }
    return rules;
  }

  /** RFC 9309, 2.3.1: no file (4xx) allows everything; one that cannot be had now (5xx) forbids everything. */
  async #readRules(origin: string): Promise<Rules> {
    const { delay } = this.#network;
    let url = new URL("/robots.txt", origin);
    for (let hops = 0; hops <= mostRedirects; hops++) {
      const response = await this.#get(url, {}, delay);
      if (response.redirect) {
        url = checkedUrl(response.redirect);
        continue;
      }
      if (response.status >= 500)
        return {
          allows: null,
          pause: delay,
          problem: `the site's robots.txt cannot be had now (${response.status}); nothing is fetched without it`,
        };
      if (response.status >= 300) break;
      const text = response.body.subarray(0, mostRobotsBytes).toString("utf8");
      const robots = parseRobots(`${origin}/robots.txt`, text);
      const asked = (robots.getCrawlDelay(productToken) ?? 0) * 1000;
      return {
        allows: (page) => robots.isAllowed(page, productToken) !== false,
        pause: Math.max(delay, Math.min(longestPause, asked)),
        problem: "",
      };
    }
    return { allows: () => true, pause: delay, problem: "" };
  }
}
