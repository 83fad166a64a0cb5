import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { commandsIn } from "../../../src/telegram/announce.ts";
import { runCommand } from "../../support/command-line.ts";

const me = {
  id: 1,
  is_bot: true,
  first_name: "B",
  username: "b_bot",
  can_join_groups: true,
  can_read_all_group_messages: false,
  supports_inline_queries: true,
  supports_guest_queries: true,
};
const now = () => Math.floor(Date.now() / 1000);

/** What doctor says of a Telegram that answers so. */
async function says({
  bot = {},
  webhook = {},
  commands,
  env = {},
}: {
  bot?: object;
  webhook?: object;
  commands?: readonly object[];
  env?: Record<string, string>;
}) {
  const server = createServer(async (req, res) => {
    let body = "";
    for await (const chunk of req) body += chunk;
    const { scope, language_code } = JSON.parse(body || "{}");
    const registered = () =>
      commands ?? commandsIn(language_code ?? "en").find((c) => c.scope.type === scope.type)?.commands;
    const result = req.url?.endsWith("/getMe")
      ? { ...me, ...bot }
      : req.url?.endsWith("/getWebhookInfo")
        ? { url: "", has_custom_certificate: false, pending_update_count: 0, ...webhook }
        : registered();
    res.end(JSON.stringify({ ok: true, result }));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  const { json, out } = await runCommand(["doctor", "--json"], {
    env: {
      TELEGRAM_BOT_TOKEN: "1:abc",
      TELEGRAM_API_ROOT: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      ...env,
    },
  });
  expect(out).not.toContain("1:abc");
  return json<{ what: string; state: string; says: string }>().filter((f) => f.what === "telegram");
}
const lines = (findings: readonly { state: string; says: string }[], state: string) =>
  findings.filter((f) => f.state === state).map((f) => f.says);

test("all well: nothing to do", async () => {
  const findings = await says({});
  expect(lines(findings, "note").concat(lines(findings, "problem"))).toEqual([]);
  expect(lines(findings, "ok")).toHaveLength(7);
});

test("what is switched off or too open is named, with where to change it", async () => {
  const off = await says({
    bot: { supports_inline_queries: false, supports_guest_queries: false, can_read_all_group_messages: true },
  });
  expect(lines(off, "note")).toEqual([
    expect.stringContaining("/setinline"),
    expect.stringContaining("guest mode is off"),
    expect.stringContaining("/setprivacy"),
  ]);
  expect(lines(await says({ bot: { can_join_groups: false } }), "note")).toEqual([
    expect.stringContaining("/setjoingroups"),
  ]);
});

test("a webhook that stands against polling, and the other way round", async () => {
  const url = "https://bot.example.com/a-secret-path";
  const polling = await says({ webhook: { url } });
  expect(lines(polling, "note")).toEqual([expect.stringMatching(/a webhook is set \(bot\.example\.com\)/)]);
  expect(JSON.stringify(polling)).not.toContain("a-secret-path");
  const env = { BOT_MODE: "webhook", WEBHOOK_URL: url };
  expect(lines(await says({ env }), "note")).toEqual([expect.stringContaining("the webhook is not set")]);
  expect(lines(await says({ env, webhook: { url } }), "ok")).toContain("the webhook is set (bot.example.com)");
  expect(lines(await says({ env: { BOT_MODE: "webhook" } }), "problem")).toEqual([
    expect.stringContaining("WEBHOOK_URL"),
  ]);
});

test.each([
  ["Wrong response from the webhook: 401 Unauthorized", "the secret differs"],
  ["Wrong response from the webhook: 502 Bad Gateway", "HOST and PORT"],
  ["Wrong response from the webhook: 404 Not Found", "the path of WEBHOOK_URL"],
  ["SSL error {error:0A000086:SSL routines::certificate verify failed}", "certificate that Telegram trusts"],
  ["Connection refused", "nothing answers there"],
  ["Failed to resolve host: Name or service not known", "DNS"],
])("the webhook's last error, %s, with what to do", async (last_error_message, remedy) => {
  const url = "https://bot.example.com/hook";
  const webhook = { url, last_error_message, last_error_date: now() - 120, pending_update_count: 500 };
  const findings = await says({ env: { BOT_MODE: "webhook", WEBHOOK_URL: url }, webhook });
  expect(lines(findings, "problem")).toEqual([expect.stringContaining(remedy)]);
  expect(lines(findings, "problem")[0]).toContain("2 minutes ago");
  expect(lines(findings, "note")).toEqual([expect.stringContaining("500 updates wait")]);
  const old = await says({ webhook: { ...webhook, last_error_date: now() - 90_000 } });
  expect(lines(old, "problem")).toEqual([]);
});

test("old lists of updates and of commands", async () => {
  const findings = await says({ webhook: { allowed_updates: ["message"] }, commands: [] });
  expect(lines(findings, "note")).toEqual([
    expect.stringMatching(/does not send callback_query, inline_query/),
    expect.stringContaining("default (en), all_private_chats (en)"),
  ]);
});
