import { dirname, join } from "node:path/posix";

/** The rooms of DESIGN.md §3, the top one first; imports point down. */
const rooms = [
  "main",
  "cli",
  "telegram",
  "web",
  "answer",
  "retrieval",
  "reading",
  "ingest",
  "coverage",
  "language",
] as const;

interface Import {
  /** The imported file, by its place in `src/`. */
  readonly target: string;
  /** Erased before the program runs. */
  readonly typesOnly: boolean;
}

/**
 * What is wrong with the house: one line for each import that points up, leaves `src/`, cannot be read or closes a circle.
 * @param files Every source file by its place in `src/`.
 */
export function houseProblems(files: ReadonlyMap<string, string>): string[] {
  const problems: string[] = [];
  const graph = new Map<string, string[]>();
  for (const [file, source] of files) {
    const { imports, unread } = importsOf(file, source);
    problems.push(...unread.map((call) => `${file}: ${call} cannot be checked; import a file by its name`));
    for (const one of imports) {
      const problem = files.has(one.target) ? judge(file, one) : `imports ${one.target}, which does not exist`;
      if (problem) problems.push(`${file}: ${problem}`);
    }
    graph.set(
      file,
      imports.filter((i) => !i.typesOnly).map((i) => i.target),
    );
  }
  return [...problems, ...circles(graph)];
}

function judge(file: string, { target, typesOnly }: Import): string | null {
  if (target === "main.ts") return "imports main.ts, which nothing may";
  if (target === "log.ts") return null;
  const from = roomOf(file);
  if (target === "config.ts") {
    return typesOnly || from === "main" || from === "cli" ? null : "imports config.ts for more than its types";
  }
  const to = roomOf(target);
  // The settings stand outside the rooms and know only how an error is said.
  if (file === "config.ts" || file === "log.ts") return target === "coverage/errors.ts" ? null : `imports ${target}`;
  if (from === null || to === null) return `imports ${target}: no such room`;
  return rooms.indexOf(to) >= rooms.indexOf(from) ? null : `imports ${target}, which is above it`;
}

function roomOf(file: string): (typeof rooms)[number] | null {
  const name = file.includes("/") ? file.slice(0, file.indexOf("/")) : file.replace(/\.ts$/, "");
  return rooms.find((room) => room === name) ?? null;
}

/** Imports and re-exports, static and dynamic, of the project's own files. Biome puts every statement at the beginning of a line. */
function importsOf(file: string, source: string): { imports: Import[]; unread: string[] } {
  const imports: Import[] = [];
  const add = (specifier: string | undefined, typesOnly: boolean) => {
    if (specifier?.startsWith(".")) imports.push({ target: join(dirname(file), specifier), typesOnly });
  };
  const code = source.replace(/^\s*(?:\/\/|\/?\*).*$/gm, "");
  for (const m of code.matchAll(/^(?:import|export)\b(\s+type\b)?(?:[^"'`;]*?\bfrom)?\s*["']([^"']+)["']/gm))
    add(m[2], m[1] !== undefined);
  for (const m of code.matchAll(/\bimport\(\s*["'`]([^"'`$]+)["'`]\s*[,)]/g)) add(m[1], false);
  const unread = [...code.matchAll(/\b(?:import|require)\((?!\s*["'`][^"'`$]+["'`]\s*[,)]).*/g)].map((m) => m[0]);
  return { imports, unread };
}

/** One line for every circle that a walk along the imports meets, named from its first file in the alphabet. */
function circles(graph: ReadonlyMap<string, readonly string[]>): string[] {
  const found = new Set<string>();
  const done = new Set<string>();
  const path: string[] = [];
  const walk = (file: string) => {
    const at = path.indexOf(file);
    if (at >= 0) {
      const circle = path.slice(at);
      const first = circle.indexOf([...circle].sort()[0] ?? file);
      found.add(`circle: ${[...circle.slice(first), ...circle.slice(0, first + 1)].join(" → ")}`);
    }
    if (at >= 0 || done.has(file)) return;
    path.push(file);
    for (const target of graph.get(file) ?? []) walk(target);
    path.pop();
    done.add(file);
  };
  for (const file of graph.keys()) walk(file);
  return [...found];
}
