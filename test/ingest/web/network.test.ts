import { describe, expect, it } from "vitest";
import { Client } from "../../../src/ingest/web/client.ts";
import { internet, whyNotPublic } from "../../../src/ingest/web/network.ts";
import { networkTo, webServer } from "../../support/web-server.ts";

describe("addresses of the public internet", () => {
  it.each(["8.8.8.8", "93.184.216.34", "2606:4700::1111", "2a00:1450:4001:81b::200e"])("%s is one", (address) => {
    expect(whyNotPublic(address)).toBeNull();
  });

  it.each([
    "127.0.0.1",
    "127.255.255.254",
    "0.0.0.0",
    "10.0.0.1",
    "172.16.0.1",
    "172.31.255.255",
    "192.168.1.1",
    "169.254.169.254",
    "100.64.0.1",
    "100.127.255.255",
    "192.0.0.1",
    "192.0.2.1",
    "198.18.0.1",
    "198.51.100.1",
    "203.0.113.1",
    "224.0.0.1",
    "240.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "::ffff:127.0.0.1",
    "::ffff:8.8.8.8",
    "::127.0.0.1",
    "fe80::1",
    "fe80::1%eth0",
    "fc00::1",
    "fd00:ec2::254",
    "ff02::1",
    "2001:db8::1",
    "2002:7f00:1::",
    "64:ff9b::7f00:1",
    "64:ff9b:1::1",
    "2001::1",
    "fec0::1",
    "100::1",
    "localhost",
    "",
  ])("%j is none", (address) => {
    expect(whyNotPublic(address)).toEqual(expect.any(String));
  });
});

/** Spellings that reach this machine where nobody checks. `PORT` is that of a server which must hear nothing. */
const spellings = [
  "http://127.0.0.1:PORT/",
  "http://127.1:PORT/",
  "http://127.0.1:PORT/",
  "http://2130706433:PORT/",
  "http://0x7f000001:PORT/",
  "http://0x7f.0.0.1:PORT/",
  "http://0177.0.0.1:PORT/",
  "http://017700000001:PORT/",
  "http://0x7f.1:PORT/",
  "http://127.0.0.1.:PORT/",
  "http://0:PORT/",
  "http://0.0.0.0:PORT/",
  "http://[::1]:PORT/",
  "http://[::]:PORT/",
  "http://[0:0:0:0:0:0:0:1]:PORT/",
  "http://[::ffff:127.0.0.1]:PORT/",
  "http://[::ffff:7f00:1]:PORT/",
  "http://[::ffff:0:127.0.0.1]:PORT/",
  "http://[64:ff9b::127.0.0.1]:PORT/",
  "http://①②⑦.⓪.⓪.①:PORT/",
  "http://127。0。0。1:PORT/",
  "http://%31%32%37.0.0.1:PORT/",
  "http://localhost:PORT/",
  "http://LOCALHOST:PORT/",
  "http://localhost.:PORT/",
  "http://127.0.0.2:PORT/",
  "http://169.254.169.254/latest/meta-data/",
  "http://[fd00:ec2::254]/",
  "http://10.1:80/",
  "http://[fe80::1]/",
  "http://100.100.100.200/",
];

describe("the client", () => {
  const clientOf = (network = internet) => new Client({ ...network, delay: 0, timeout: 3000 }, "test");

  it("refuses every spelling of an address that is none of the public internet, before it connects", async () => {
    const server = await webServer({});
    const client = clientOf({
      ...internet,
      resolve: async (host) => (/^localhost\.?$/i.test(host) ? ["::1", "127.0.0.1"] : []),
    });
    for (const spelling of spellings) {
      const asked = client.get(spelling.replace("PORT", String(server.port)));
      await expect(asked, spelling).rejects.toThrow(/^refused: .*; only addresses of the public internet are fetched$/);
    }
    expect(server.asked).toEqual([]);
    await client.close();
  });

  it("refuses a name of which one answer only is private, and asks for the name once a connection", async () => {
    const server = await webServer({ "/": "hello" });
    let asked = 0;
    const answers = [["93.184.216.34", "10.0.0.1"], ["127.0.0.1"], ["127.0.0.1"]];
    const network = networkTo([server.port], { resolve: async () => answers[asked++] ?? [] });
    const client = clientOf(network);
    await expect(client.get(server.at("/"))).rejects.toThrow(
      "refused: herald.test leads to 10.0.0.1, a private address;",
    );
    // The address that is checked is the one that is connected to: there is no second look-up in which it could change.
    expect((await client.get(server.at("/"))).body.toString()).toBe("hello");
    expect(asked).toBe(2);
    await client.close();
  });

  it.each([
    ["file:///etc/passwd", "only http and https are fetched, not file"],
    ["ftp://herald.test/", "only http and https are fetched, not ftp"],
    ["http://me:secret@herald.test/", "an address with a name or a password in it is not fetched"],
    ["http://", "this is no web address"],
    ["http://nowhere.example/", "there is no host nowhere.example"],
  ])("refuses %s in one line", async (address, problem) => {
    const client = clientOf(networkTo([]));
    await expect(client.get(address)).rejects.toThrow(problem);
    await client.close();
  });

  it("stops at pages that are too big, unpack to too much, or never end", async () => {
    const { gzipSync } = await import("node:zlib");
    const big = Buffer.alloc(2 ** 24 + 1, "a");
    const server = await webServer({
      "/big": big,
      "/bomb": (_, response) => response.writeHead(200, { "content-encoding": "gzip" }).end(gzipSync(big)),
      "/torn": (_, response) => response.writeHead(200, { "content-encoding": "gzip" }).end("no gzip"),
      "/odd": (_, response) => response.writeHead(200, { "content-encoding": "zip" }).end("x"),
      "/slow": (_, response) => {
        response.writeHead(200);
        const drip = setInterval(() => response.write("a"), 50);
        response.on("close", () => clearInterval(drip));
      },
    });
    const client = clientOf(networkTo([server.port], {}));
    const quick = new Client(networkTo([server.port], { timeout: 400 }), "test");
    await expect(client.get(server.at("/big"))).rejects.toThrow("the page is larger than 16 MB");
    await expect(client.get(server.at("/bomb"))).rejects.toThrow("the page unpacks to more than 16 MB");
    await expect(client.get(server.at("/torn"))).rejects.toThrow("the packing is damaged");
    await expect(client.get(server.at("/odd"))).rejects.toThrow("packed in a way not known here (zip)");
    await expect(quick.get(server.at("/slow"))).rejects.toThrow("did not answer in time");
    await client.close();
    await quick.close();
  });
});
