import { isIP, type LookupFunction } from "node:net";
import { brotliDecompressSync, gunzipSync, inflateSync } from "node:zlib";
import { Agent, request } from "undici";
import { InputError } from "../../coverage/errors.ts";
import type { Network } from "./network.ts";

/** What a server answered. */
export interface Response {
  readonly status: number;
  /** The address that answered. */
  readonly url: string;
  /** Where it sends to instead, resolved; `null` unless it is a redirect. */
  readonly redirect: string | null;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: Buffer;
}

/** The most bytes that an answer may have, on the line and unpacked. */
const mostBytes = 2 ** 24;

/**
 * Asks servers for pages, one request at a time, without following redirects. No connection is made to an address that the
 * network forbids: addresses written out are checked before, those of names when they are looked up for the very connection
 * that is made to them, all of them.
 */
export class Client {
  readonly #network: Network;
  readonly #agent: Agent;
  readonly #userAgent: string;

  constructor(network: Network, userAgent: string) {
    this.#network = network;
    this.#userAgent = userAgent;
    const lookup: LookupFunction = (host, { all }, answer) => {
      this.#resolve(host).then(
        (found) => (all ? answer(null, found) : answer(null, found[0]?.address ?? "", found[0]?.family ?? 4)),
        (error) => answer(error, ""),
      );
    };
    this.#agent = new Agent({
      connect: { lookup, timeout: Math.min(10_000, network.timeout) },
      headersTimeout: network.timeout,
      bodyTimeout: network.timeout,
      pipelining: 1,
      connections: 1,
    });
  }

  /** @throws InputError, in one line, for a forbidden address, a server that cannot be reached, is too slow or sends too much. */
  async get(address: string, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
    const url = checkedUrl(address);
    const host = url.hostname.replace(/^\[|\]$/g, "");
    const port = Number(url.port) || (url.protocol === "https:" ? 443 : 80);
    if (isIP(host)) this.#check(host, port, url.hostname);
    this.#ports.set(host, port);
    const signal = AbortSignal.timeout(this.#network.timeout);
    try {
      const answer = await request(url, {
        dispatcher: this.#agent,
        signal,
        headers: {
          "user-agent": this.#userAgent,
          accept: "text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.5",
          "accept-encoding": "gzip, br",
          ...headers,
        },
      });
      const all = Object.fromEntries(Object.entries(answer.headers).map(([name, value]) => [name, [value].flat()[0]]));
      const location = answer.statusCode >= 300 && answer.statusCode < 400 ? all["location"] : undefined;
      const body = await bounded(answer.body);
      return {
        status: answer.statusCode,
        url: url.href,
        redirect: location ? (URL.parse(location, url.href)?.href ?? null) : null,
        headers: all,
        body: unpacked(body, all["content-encoding"]),
      };
    } catch (error) {
      throw plainly(error, url.host);
    }
  }

  async close(): Promise<void> {
    await this.#agent.destroy();
  }

  /** The port that a host is being asked at: looking up does not tell. */
  readonly #ports = new Map<string, number>();

  async #resolve(host: string): Promise<{ address: string; family: number }[]> {
    const addresses = await this.#network.resolve(host);
    for (const address of addresses) this.#check(address, this.#ports.get(host) ?? 0, host);
    return addresses.map((address) => ({ address, family: isIP(address) }));
  }

  #check(address: string, port: number, host: string): void {
    const why = this.#network.forbids(address, port);
    if (why === null) return;
    const is = host.replace(/^\[|\]$/g, "") === address ? "is" : `leads to ${address},`;
    throw new InputError(`refused: ${host} ${is} ${why}; only addresses of the public internet are fetched`);
  }
}

/** @throws InputError for what is no address of the web, or holds a password. */
export function checkedUrl(address: string): URL {
  const url = URL.parse(address);
  if (!url) throw new InputError("this is no web address");
  if (url.protocol !== "http:" && url.protocol !== "https:")
    throw new InputError(`only http and https are fetched, not ${url.protocol.slice(0, -1)}`);
  if (url.username || url.password) throw new InputError("an address with a name or a password in it is not fetched");
  url.hash = "";
  return url;
}

async function bounded(body: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > mostBytes) throw new InputError(`the page is larger than ${mostBytes / 2 ** 20} MB`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function unpacked(body: Buffer, encoding: string | undefined): Buffer {
  const names =
    encoding
      ?.split(",")
      .map((name) => name.trim().toLowerCase())
      .filter((name) => name && name !== "identity") ?? [];
  if (names.length > 2) throw new InputError("the page is packed more than twice over");
  const most = { maxOutputLength: mostBytes };
  return names.reduceRight((bytes, name) => {
    if (bytes.length === 0) return bytes;
    if (name === "gzip" || name === "x-gzip") return gunzipSync(bytes, most);
    if (name === "deflate") return inflateSync(bytes, most);
    if (name === "br") return brotliDecompressSync(bytes, most);
    throw new InputError(`the page is packed in a way not known here (${name.slice(0, 20)})`);
  }, body);
}

/** What went wrong in words; a refusal comes through as it is. */
function plainly(error: unknown, host: string): unknown {
  for (let at = error; at instanceof Error; at = at.cause) if (at instanceof InputError) return at;
  const { name = "" } = error as Error;
  // An aborted request's code is a number.
  const code = String((error as NodeJS.ErrnoException).code ?? "");
  if (code === "ERR_BUFFER_TOO_LARGE") return new InputError(`the page unpacks to more than ${mostBytes / 2 ** 20} MB`);
  if (code.startsWith("Z_") || code.startsWith("ERR__ERROR_FORMAT") || code.startsWith("ERR_BROTLI"))
    return new InputError("the page is packed, and the packing is damaged");
  if (name === "TimeoutError" || /TIMEOUT/.test(code) || code === "ETIMEDOUT")
    return new InputError(`${host} did not answer in time`);
  if (code === "ENOTFOUND" || code === "EAI_AGAIN")
    return new InputError(`there is no host ${host}, or no way to look it up`);
  return new InputError(`${host} cannot be reached (${code || (error as Error).message.split("\n", 1)[0]})`, {
    cause: error,
  });
}
