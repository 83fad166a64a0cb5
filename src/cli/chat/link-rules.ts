/**
 * Why Telegram would not take an address for a text link or a button, in the words of its parser (TDLib `parse_url`
 * and `LinkManager::check_link`); `null` when it would. Schemes other than http, https and tg are refused.
 */
export function linkProblem(link: string): string | null {
  if (/^tg:/i.test(link)) return null;
  if (/^(?!https?:)[a-z][a-z0-9+-]*:(?!\d+(?:[/?#]|$))/i.test(link)) return "Unsupported URL protocol";
  const rest = link.replace(/^https?:\/\//i, "");
  const authority = /^[^/?#]*/.exec(rest)?.[0] ?? "";
  const hostAndPort = authority.slice(authority.lastIndexOf("@") + 1);
  const [, host = "", port] = /^(\[[^\]]*\]|[^:]*)(?::(.*))?$/s.exec(hostAndPort) ?? [];
  if (port !== undefined && !(/^\d+$/.test(port) && Number(port) >= 1 && Number(port) <= 65_535)) {
    return "Wrong port number specified in the URL";
  }
  if (host === "") return "URL host is empty";
  if (host.startsWith("[")) return /^\[[0-9a-f:.]+\]$/i.test(host) ? null : "Wrong IPv6 address specified in the URL";
  if (/[^A-Za-z0-9.\-_!$,~*'();&+=%\u0080-\uffff]/.test(host)) return "Disallowed character in URL host";
  return host.includes(".") ? null : "Wrong HTTP URL";
}
