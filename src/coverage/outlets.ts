import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { type Article, isoDate } from "./article.ts";
import { readYaml } from "./checked-yaml.ts";
import { fileError } from "./errors.ts";

/** The file in a corpus folder in which its operator says what is to be known, and what may be shown, of each outlet. */
export const outletsFile = "outlets.yaml";

/**
 * How much of an outlet an audience is shown, most first: everything; words without the link; outlet and headline (with the
 * link) without words; nothing but that something was withheld.
 */
export const policies = ["full", "no-link", "headline-only", "withheld"] as const;
export type Policy = (typeof policies)[number];

/** The audience of a chat for which none was set. */
export const everyone = "everyone";

const address = z.url({ protocol: /^https?$/, error: "an address that starts with http:// or https://" });
const said = z.string().trim().min(1, "nothing is said here");

/** Operators' words for readers: one text for all, or one a language. */
const wording = z.union([said.transform((en) => ({ en, ru: en })), z.strictObject({ en: said, ru: said })], {
  error: "a text, or a text for each of en and ru",
});
export type Wording = z.output<typeof wording>;

const policySchema = z
  .strictObject({
    show: z.enum(policies, { error: `one of ${policies.join(", ")}` }),
    /** Why not everything is shown, in plain words: readers see it. */
    reason: wording.optional(),
  })
  .refine((policy) => policy.show === "full" || policy.reason !== undefined, "say the reason; readers are told it");

const audienceName = z.string().regex(/^[a-z][a-z0-9-]{0,31}$/, "an audience is named in lower case, such as eu");

const outletSchema = z.strictObject({
  /** Other names under which articles of this outlet come in. */
  also: z.array(said).default([]),
  home: address.nullable().default(null),
  /** Hosts besides that of `home` at which its articles stand; their subdomains count. */
  hosts: z
    .array(z.string().regex(/^[a-z0-9.-]+\.[a-z0-9-]+$/, "a host such as example.org, in lower case"))
    .default([]),
  /** Whether its pages ask for a subscription; `null` where that is not known. */
  paywall: z.boolean().nullable().default(null),
  label: z
    .strictObject({
      owner: wording.nullable().default(null),
      funding: wording.nullable().default(null),
      seat: wording.nullable().default(null),
      /** Where this is said. */
      source: z.union([address.transform((one) => [one]), z.array(address).min(1)], {
        error: "an address, or a list of them",
      }),
      /** The day on which the operator last looked. */
      checked: isoDate.nullable().default(null),
    })
    .nullable()
    .default(null),
  /** The most words of this outlet in one answer; `null` is no limit. */
  words: z.int().positive("a number of words").nullable().default(null),
  policy: z.record(audienceName, policySchema).default({}),
});

const fileSchema = z
  .strictObject({
    audiences: z.record(audienceName, wording).default({}),
    outlets: z.record(said, outletSchema).default({}),
  })
  .superRefine(({ audiences, outlets }, context) => {
    const owner = new Map<string, string>();
    for (const [name, outlet] of Object.entries(outlets)) {
      for (const audience of Object.keys(outlet.policy)) {
        if (audience === everyone || Object.hasOwn(audiences, audience)) continue;
        const message = `no such audience; say who that is under "audiences", or write ${everyone}`;
        context.addIssue({ code: "custom", path: ["outlets", name, "policy", audience], message });
      }
      for (const key of [...[name, ...outlet.also].map(nameKey), ...hostsOf(outlet)]) {
        const other = owner.get(key);
        if (other !== undefined && other !== name)
          context.addIssue({ code: "custom", path: ["outlets", name], message: `"${key}" is already ${other}` });
        owner.set(key, name);
      }
    }
  });

/** What is known of one outlet, as its operator says. */
export type Outlet = Readonly<z.output<typeof outletSchema>> & { readonly name: string };

/** The outlets of a coverage. An outlet that is not in it is shown in full and has no label. */
export interface Outlets {
  /** Who each audience is, by its name. */
  readonly audiences: ReadonlyMap<string, Wording>;
  readonly all: readonly Outlet[];
  /** The outlet of an article: by the name it bears, else by the host of its address. */
  readonly of: (article: Pick<Article, "outlet" | "url">) => Outlet | null;
}

type OutletsFile = z.output<typeof fileSchema>;

export function makeOutlets(file: OutletsFile): Outlets {
  const all = Object.entries(file.outlets).map(([name, outlet]): Outlet => ({ name, ...outlet }));
  const byName = new Map(all.flatMap((o) => [o.name, ...o.also].map((name) => [nameKey(name), o] as const)));
  const byHost = new Map(all.flatMap((o) => hostsOf(o).map((host) => [host, o] as const)));
  return {
    audiences: new Map(Object.entries(file.audiences)),
    all,
    of: ({ outlet, url }) => (outlet && byName.get(nameKey(outlet))) || atHost(byHost, hostOf(url)),
  };
}

export const noOutlets: Outlets = makeOutlets({ audiences: {}, outlets: {} });

/**
 * Reads the `outlets.yaml` of a corpus folder; without one nothing is held back.
 * @throws InputError that names the file, the line and what is wrong: a policy that cannot be read must not pass for none.
 */
export function loadOutlets(dir: string): Outlets {
  const file = join(dir, outletsFile);
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    if (["ENOENT", "ENOTDIR"].includes((error as NodeJS.ErrnoException).code ?? "")) return noOutlets;
    throw fileError(error, "read", file);
  }
  return makeOutlets(readYaml(text, file, fileSchema));
}

const nameKey = (name: string) => name.normalize("NFC").trim().replace(/\s+/g, " ").toLowerCase();

const hostOf = (url: string | null) => (url ? (URL.parse(url)?.hostname ?? null) : null);

function hostsOf({ home, hosts }: Pick<Outlet, "home" | "hosts">): string[] {
  const own = hostOf(home)?.replace(/^www\./, "");
  return [...new Set([...(own ? [own] : []), ...hosts])];
}

/** The outlet of a host or of the nearest host above it: `on.example.org`, `example.org`. */
function atHost(byHost: ReadonlyMap<string, Outlet>, host: string | null): Outlet | null {
  for (let at = host ?? ""; at.includes("."); at = at.slice(at.indexOf(".") + 1)) {
    const found = byHost.get(at);
    if (found) return found;
  }
  return null;
}
