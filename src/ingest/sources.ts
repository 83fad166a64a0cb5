import { existsSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { isoDate, metadataSchema } from "../coverage/article.ts";
import { fileError, InputError } from "../coverage/errors.ts";
import { schemaProblem } from "../coverage/format.ts";

/** The name of the file beside captures in which their operator says what is known of them. */
export const sourcesFile = "sources.yaml";

const address = metadataSchema.shape.url.unwrap().unwrap();
const sourceSchema = z
  .strictObject({
    outlet: z.string().min(1),
    headline: z.string().min(1),
    byline: z.string().min(1),
    published: isoDate,
    url: address,
    archiveUrl: address,
    language: metadataSchema.shape.language.unwrap(),
    reprintOf: z.string().min(1),
  })
  .partial();

/** What an operator says of one capture. It stands above whatever the capture says of itself. */
export type Source = z.infer<typeof sourceSchema>;

const sourcesSchema = z.record(z.string(), sourceSchema.nullable());

/** Looks up the operator's word for a capture in the `sources.yaml` of its folder; each folder's file is read once. */
export class Sources {
  readonly #folders = new Map<string, Readonly<Record<string, Source | null>> | InputError>();

  /** @throws InputError that names the file and the wrong key. */
  of(file: string): Source {
    const known = this.#folder(dirname(file));
    if (known instanceof InputError) throw known;
    const name = basename(file);
    return (Object.hasOwn(known, name) ? known[name] : null) ?? {};
  }

  /** The names in the `sources.yaml` beside a capture that no file there bears: misspelt, or left from a file that is gone. */
  unmatched(file: string): string[] {
    const folder = dirname(file);
    const known = this.#folder(folder);
    return known instanceof InputError
      ? []
      : Object.keys(known).filter((name) => basename(name) !== name || !existsSync(join(folder, name)));
  }

  #folder(folder: string): Readonly<Record<string, Source | null>> | InputError {
    let known = this.#folders.get(folder);
    if (!known) {
      try {
        known = readSources(join(folder, sourcesFile));
      } catch (error) {
        if (!(error instanceof InputError)) throw error;
        known = error;
      }
      this.#folders.set(folder, known);
    }
    return known;
  }
}

function readSources(file: string): Record<string, Source | null> {
  if (!existsSync(file)) return {};
  let value: unknown;
  try {
    value = parse(readFileSync(file, "utf8")) ?? {};
  } catch (error) {
    if (error instanceof Error && error.name.startsWith("YAML")) {
      throw new InputError(`${file}: not YAML: ${error.message.split("\n", 1)[0] ?? ""}`);
    }
    throw fileError(error, "read", file);
  }
  const parsed = sourcesSchema.safeParse(value);
  if (!parsed.success) {
    const valid =
      parsed.error.issues[0]?.code === "unrecognized_keys"
        ? `; the keys are ${Object.keys(sourceSchema.shape).join(", ")}`
        : "";
    throw new InputError(`${file}: ${schemaProblem(parsed.error)}${valid}`);
  }
  return parsed.data;
}
