import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";
import { type Network, whyNotPublic } from "../../src/ingest/web/network.ts";

export interface Asked {
  readonly path: string;
  readonly headers: IncomingMessage["headers"];
  readonly at: number;
}

type Page = string | Buffer | ((request: IncomingMessage, response: ServerResponse) => void);

/** A web server on this machine for one test, with the pages it has by their paths; any other is 404. */
export async function webServer(pages: Record<string, Page>) {
  const asked: Asked[] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? "";
    asked.push({ path, headers: request.headers, at: performance.now() });
    const page = Object.hasOwn(pages, path) ? pages[path] : undefined;
    if (typeof page === "function") page(request, response);
    else if (page === undefined) response.writeHead(404).end("none");
    else response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(page);
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return {
    asked,
    port,
    pages,
    paths: () => asked.map((a) => a.path),
    at: (path: string) => `http://herald.test:${port}${path}`,
  };
}

/** A network in which every name ending in `.test` leads to this machine, and its servers at these ports may be reached. */
export function networkTo(ports: readonly number[], more: Partial<Network> = {}): Network {
  return {
    resolve: async (host) => {
      if (host.endsWith(".test")) return ["127.0.0.1"];
      throw Object.assign(new Error("not found"), { code: "ENOTFOUND" });
    },
    forbids: (address, port) => (address === "127.0.0.1" && ports.includes(port) ? null : whyNotPublic(address)),
    delay: 0,
    timeout: 5000,
    ...more,
  };
}
