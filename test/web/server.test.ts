import { once } from "node:events";
import { connect } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { createMetrics } from "../../src/web/metrics.ts";
import { isSameSecret } from "../../src/web/secret.ts";
import { type Routes, serve } from "../../src/web/server.ts";

async function served(routes: Routes, errors: unknown[] = []) {
  const server = await serve(routes, { host: "127.0.0.1", port: 0, onError: (error) => errors.push(error) });
  onTestFinished(() => server.close());
  return server;
}

test("routes by path and method; the rest is told apart", async () => {
  const { url } = await served(new Map([["/a", { GET: () => ({ status: 200, body: "å" }) }]]));
  const at = async (path: string, init?: RequestInit) => {
    const response = await fetch(url + path, init);
    return [response.status, await response.text(), response.headers.get("allow")];
  };
  expect(await at("/a?x=1")).toEqual([200, "å", null]);
  expect(await at("/a", { method: "HEAD" })).toEqual([200, "", null]);
  expect(await at("/a", { method: "POST" })).toEqual([405, "", "GET"]);
  expect(await at("/b")).toEqual([404, "", null]);
  expect(await at("/a/")).toEqual([404, "", null]);
});

test("a route that throws is a 500 without a word of why", async () => {
  const errors: unknown[] = [];
  const { url } = await served(
    new Map([
      [
        "/a",
        {
          GET: () => {
            throw new Error("inner workings");
          },
        },
      ],
    ]),
    errors,
  );
  const response = await fetch(`${url}/a`);
  expect([response.status, await response.text()]).toEqual([500, ""]);
  expect(errors).toHaveLength(1);
});

test("a port that is taken is one line", async () => {
  const { url } = await served(new Map());
  await expect(
    serve(new Map(), { host: "127.0.0.1", port: Number(new URL(url).port), onError: () => {} }),
  ).rejects.toMatchObject({
    name: "InputError",
    message: expect.stringMatching(/another program listens there; change/),
  });
});

test("what is no HTTP is answered shortly and cut off", async () => {
  const { url } = await served(new Map());
  const socket = connect(Number(new URL(url).port), "127.0.0.1");
  let answer = "";
  socket.on("data", (chunk) => {
    answer += chunk;
  });
  socket.write("\u0000\u0001\u0002 nonsense\r\n\r\n");
  await once(socket, "close");
  expect(answer).toMatch(/^HTTP\/1\.1 400 /);
});

test("secrets are compared whole", () => {
  expect(isSameSecret("abc", "abc")).toBe(true);
  for (const other of ["", "ab", "abcd", "abC", "äbc"]) expect(isSameSecret(other, "abc")).toBe(false);
});

test("figures in the format of Prometheus, by kind and outcome", async () => {
  const metrics = createMetrics({ underWay: () => 3, heapUsed: async () => 1_000 });
  metrics.update({ kind: "message", outcome: "answered", seconds: 0.2, own: 0.004 });
  metrics.call({ method: "sendMessage", outcome: "429", seconds: 0.1 });
  metrics.repeated();
  metrics.corpus({ articles: 5, seconds: null });
  metrics.corpus({ articles: 6, seconds: 0.7 });
  metrics.corpusRefused();
  const { url } = await served(new Map([["/metrics", { GET: metrics.route }]]));
  const response = await fetch(`${url}/metrics`);
  expect(response.headers.get("content-type")).toMatch(/^text\/plain; version=0\.0\.4/);
  const text = await response.text();
  for (const line of [
    'onrecord_update_seconds_count{kind="message",outcome="answered"} 1',
    'onrecord_update_own_seconds_bucket{le="0.005",kind="message"} 1',
    'onrecord_telegram_call_seconds_count{method="sendMessage",outcome="429"} 1',
    "onrecord_updates_repeated_total 1",
    "onrecord_updates_under_way 3",
    "onrecord_threads_heap_used_bytes 1000",
    "onrecord_corpus_articles 6",
    'onrecord_corpus_reloads_total{outcome="taken"} 1',
    'onrecord_corpus_reloads_total{outcome="refused"} 1',
    "onrecord_corpus_reload_seconds 0.7",
  ])
    expect(text.split("\n")).toContain(line);
});
