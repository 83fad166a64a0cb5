import type { MessageEntity } from "grammy/types";
import { badRequest } from "./refusal.ts";

export type Params = Readonly<Record<string, unknown>>;

const wrongType = (name: string, wanted: string) => badRequest(`parameter "${name}" must be ${wanted}`);

export function textParam(params: Params, name: string): string | undefined {
  const value = params[name];
  if (value === undefined || typeof value === "string") return value;
  throw wrongType(name, "a string");
}

/** A whole number, which a form brings as digits. */
export function numberParam(params: Params, name: string): number | undefined {
  const value = params[name];
  if (value === undefined) return undefined;
  const number = typeof value === "string" && /^-?\d+$/.test(value) ? Number(value) : value;
  if (typeof number === "number" && Number.isSafeInteger(number)) return number;
  throw wrongType(name, "an integer");
}

/** True or false; a form brings the word. Missing is false. */
export function flagParam(params: Params, name: string): boolean {
  const value = params[name] ?? false;
  if (typeof value === "boolean") return value;
  if (value === "true" || value === "false") return value === "true";
  throw wrongType(name, "a boolean");
}

export function objectParam(params: Params, name: string): Params | undefined {
  const value = params[name];
  if (value === undefined || isObject(value)) return value;
  throw wrongType(name, "an object");
}

export function objectsParam(params: Params, name: string): Params[] | undefined {
  const value = params[name];
  if (value === undefined) return undefined;
  if (Array.isArray(value) && value.every(isObject)) return value;
  throw wrongType(name, "an array of objects");
}

/** A list of entities with the fields that every one has; what they say is checked by `checkEntities`. */
export function entitiesParam(params: Params, name: string): MessageEntity[] {
  return (objectsParam(params, name) ?? []).map((entity) => {
    const wanted = {
      type: "string",
      offset: "number",
      length: "number",
      ...(entity["type"] === "text_link" ? { url: "string" } : {}),
    };
    for (const [field, type] of Object.entries(wanted)) {
      if (typeof entity[field] !== type) throw badRequest(`can't parse MessageEntity: Can't find field "${field}"`);
    }
    return entity as unknown as MessageEntity;
  });
}

function isObject(value: unknown): value is Params {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
