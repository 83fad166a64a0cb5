import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Update } from "grammy/types";
import type { Conversation } from "./conversation.ts";
import type { Call } from "./events.ts";
import { methods } from "./methods.ts";
import { numberParam } from "./params.ts";
import { badRequest, Refusal } from "./refusal.ts";
import { readRequest } from "./request.ts";
import type { Updates } from "./updates.ts";
import type { Work } from "./work.ts";

/** What the server answers from. */
export interface Served {
  readonly token: string;
  readonly conversation: Conversation;
  readonly updates: Updates;
  readonly work: Work;
}

/** The HTTP side of the stand-in: `/bot<token>/<method>`, answered in Telegram's envelopes. Refused calls are events. */
export function createApiServer(served: Served): Server {
  return createServer((req, res) => void answer(served, req, res));
}

async function answer(served: Served, req: IncomingMessage, res: ServerResponse): Promise<void> {
  const root = "http://127.0.0.1/";
  const url = URL.parse(req.url ?? "/", root) ?? new URL(root);
  const [, token, method = url.pathname] = /^\/bot([^/]+)\/(\w+)$/.exec(url.pathname) ?? [];
  // A poll is not work: the bot that waits for updates is idle.
  const end = method === "getUpdates" ? () => {} : served.work.begin();
  let call: Call = { method, params: {} };
  try {
    if (token === undefined) throw new Refusal(404, "Not Found");
    if (token !== served.token) throw new Refusal(401, "Unauthorized");
    const { params, files } = await readRequest(req, url);
    call = { method, params };
    if (method === "getUpdates") return send(res, 200, { ok: true, result: await poll(served.updates, call, res) });
    if (!Object.hasOwn(methods, method)) throw new Refusal(404, "Not Found");
    send(res, 200, { ok: true, result: methods[method]?.(served.conversation, call, files) });
  } catch (error) {
    if (res.destroyed) return;
    const { code, message } = error instanceof Refusal ? error : new Refusal(500, `Internal Server Error: ${error}`);
    served.conversation.emit({ event: "refused", call, code, description: message });
    send(res, code, { ok: false, error_code: code, description: message });
  } finally {
    end();
  }
}

function poll(updates: Updates, { params }: Call, res: ServerResponse): Promise<Update[]> {
  const gone = new AbortController();
  res.on("close", () => gone.abort());
  const limit = numberParam(params, "limit") ?? 100;
  if (limit < 1 || limit > 100) throw badRequest("limit must be 1 to 100");
  const wanted = { offset: numberParam(params, "offset") ?? 0, limit, timeout: numberParam(params, "timeout") ?? 0 };
  return updates.poll(wanted, gone.signal);
}

function send(res: ServerResponse, status: number, body: unknown): void {
  if (res.destroyed) return;
  const json = JSON.stringify(body);
  res.writeHead(status, { "content-type": "application/json", "content-length": Buffer.byteLength(json) }).end(json);
}
