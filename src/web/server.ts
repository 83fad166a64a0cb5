import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { InputError } from "../coverage/errors.ts";

/** What a route answers with. */
export interface Reply {
  readonly status: number;
  readonly body?: string;
  readonly type?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Answers one request. A route that throws is answered with 500 and an empty body. */
export type Route = (req: IncomingMessage) => Reply | Promise<Reply>;

/** Routes by path, then by method. Paths are compared as they are, without the query. */
export type Routes = ReadonlyMap<string, Readonly<Partial<Record<"GET" | "POST", Route>>>>;

export interface WebServer {
  /** Where it listens, such as http://127.0.0.1:8080. */
  readonly url: string;
  /** Takes no new connection, ends the idle ones, and lets requests under way end; those that take too long are cut off. */
  close(): Promise<void>;
}

/*
 * Limits against callers that are slow on purpose ("slow loris"): whole requests within ten seconds, headers within five, connections
 * looked over every second, and not more of them than a small machine bears.
 */
const requestMs = 10_000;
const headersMs = 5_000;
const lookOverMs = 1_000;
const mostConnections = 1_000;
/** Telegram keeps connections open between updates. */
const keepAliveMs = 65_000;
const closeMs = 5_000;

/**
 * Serves routes over HTTP. Meant to stand behind whatever speaks TLS to the world.
 * @throws InputError when it may not listen there.
 */
export async function serve(
  routes: Routes,
  { host, port, onError }: { readonly host: string; readonly port: number; readonly onError: (error: unknown) => void },
): Promise<WebServer> {
  const server = createServer(
    {
      requestTimeout: requestMs,
      headersTimeout: headersMs,
      connectionsCheckingInterval: lookOverMs,
      keepAliveTimeout: keepAliveMs,
      maxHeaderSize: 16_384,
    },
    (req, res) => {
      void answer(routes, req, res, onError);
    },
  );
  server.maxConnections = mostConnections;
  // Nothing a caller sends may end the process; Node's own answer to a broken request is kept.
  server.on("clientError", (_, socket) => {
    // It may never read this, nor hang up: then the connection ends here all the same.
    if (socket.writable) socket.end("HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n", () => socket.destroy());
    else socket.destroy();
  });
  await listen(server, host, port);
  const { port: bound } = server.address() as AddressInfo;
  return {
    url: `http://${host.includes(":") ? `[${host}]` : host}:${bound}`,
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeIdleConnections();
      const timer = setTimeout(() => server.closeAllConnections(), closeMs);
      await closed;
      clearTimeout(timer);
    },
  };
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      const reason =
        error.code === "EADDRINUSE"
          ? "another program listens there"
          : error.code === "EACCES"
            ? "permission denied"
            : error.code === "EADDRNOTAVAIL" || error.code === "ENOTFOUND"
              ? "this machine has no such address"
              : (error.code ?? error.name);
      reject(new InputError(`cannot listen on ${host}:${port}: ${reason}; change HOST or PORT`));
    });
    server.listen(port, host, () => resolve());
  });
}

async function answer(
  routes: Routes,
  req: IncomingMessage,
  res: ServerResponse,
  onError: (error: unknown) => void,
): Promise<void> {
  // A caller that hangs up breaks nothing.
  req.on("error", () => {});
  res.on("error", () => {});
  let reply: Reply;
  try {
    reply = await route(routes, req);
  } catch (error) {
    onError(error);
    reply = { status: 500 };
  }
  if (res.destroyed || res.headersSent) return;
  const { status, body = "", type = "text/plain; charset=utf-8", headers = {} } = reply;
  // What was not read of a refused request would be taken for the next one.
  const isRead = req.complete || req.readableEnded;
  res.writeHead(status, {
    ...headers,
    "content-type": type,
    "content-length": Buffer.byteLength(body),
    "cache-control": "no-store",
    ...(isRead ? {} : { connection: "close" }),
  });
  res.end(req.method === "HEAD" ? "" : body);
}

function route(routes: Routes, req: IncomingMessage): Reply | Promise<Reply> {
  const path = (req.url ?? "/").split("?", 1)[0] ?? "/";
  const methods = routes.get(path);
  if (!methods) return { status: 404 };
  const method = req.method === "HEAD" ? "GET" : req.method;
  const found = method === "GET" || method === "POST" ? methods[method] : undefined;
  return found ? found(req) : { status: 405, headers: { allow: Object.keys(methods).join(", ") } };
}
