import { lookup } from "node:dns/promises";
import ipaddr from "ipaddr.js";

/** How hosts are found and which may be talked to; tests hand in their own, to reach servers on this machine. */
export interface Network {
  /** All addresses of a host's name. */
  readonly resolve: (host: string) => Promise<readonly string[]>;
  /** Why an address must not be connected to; `null` where it may be. */
  readonly forbids: (address: string, port: number) => string | null;
  /** The least time between two requests to one host, in milliseconds. */
  readonly delay: number;
  /** How long one request may take in all, in milliseconds. */
  readonly timeout: number;
}

export const internet: Network = {
  resolve: async (host) => (await lookup(host, { all: true, verbatim: true })).map((found) => found.address),
  forbids: (address) => whyNotPublic(address),
  delay: 1000,
  timeout: 30_000,
};

/**
 * Why an IP address is not one of the public internet; `null` where it is. All but global unicast is refused: private, loopback,
 * link-local (where clouds keep their metadata), carrier-grade NAT, multicast, documentation and reserved ranges (IANA's
 * special-purpose registries), and IPv6 forms that carry an IPv4 address (mapped, 6to4, NAT64, Teredo), whatever it is.
 */
export function whyNotPublic(address: string): string | null {
  const bare = address.replace(/^\[|\]$/g, "").replace(/%.*$/, "");
  if (!ipaddr.isValid(bare)) return "no IP address";
  const range = ipaddr.parse(bare).range();
  return range === "unicast" ? null : (words[range] ?? `a ${range} address`);
}

const words: Readonly<Record<string, string>> = {
  private: "a private address",
  loopback: "an address of this very machine",
  unspecified: "an address of this very machine",
  linkLocal: "a link-local address",
  carrierGradeNat: "an address inside a provider's network",
  uniqueLocal: "a private address",
  ipv4Mapped: "an IPv4 address in disguise",
  rfc6145: "an IPv4 address in disguise",
  rfc6052: "an IPv4 address in disguise",
  "6to4": "an IPv4 address in disguise",
  teredo: "an IPv4 address in disguise",
  multicast: "a multicast address",
  reserved: "a reserved address",
};
