import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { Route } from "./server.ts";

/** Seconds: from a cached answer to a flood wait that was waited out. */
const buckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60];

/** What is counted: numbers, kinds and outcomes, never a text or a person. */
export interface Metrics {
  update(figures: {
    readonly kind: string;
    readonly outcome: string;
    readonly seconds: number;
    readonly own: number;
  }): void;
  call(figures: { readonly method: string; readonly outcome: string; readonly seconds: number }): void;
  /** An update that came before and is not handled again. */
  repeated(): void;
  /** The coverage that answers from now on. `seconds`: from the change on disk, `null` at the start. */
  corpus(state: { readonly articles: number; readonly seconds: number | null }): void;
  /** A changed coverage that could not be taken. */
  corpusRefused(): void;
  /** The text format of Prometheus (https://prometheus.io/docs/instrumenting/exposition_formats/). */
  readonly route: Route;
}

/** What is asked when the figures are. */
export interface Gauges {
  /** Updates that are not done yet. */
  readonly underWay: () => number;
  /** Bytes in use on the heaps of the answering threads. */
  readonly heapUsed: () => Promise<number>;
}

/** Counters and latencies of one running bot, with those of the process. */
export function createMetrics({ underWay, heapUsed }: Gauges): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const updates = new Histogram({
    name: "onrecord_update_seconds",
    help: "Time from taking an update to its last answer, waiting included.",
    labelNames: ["kind", "outcome"],
    buckets,
    registers,
  });
  const own = new Histogram({
    name: "onrecord_update_own_seconds",
    help: "Of that, the bot's own time: without Telegram's answers and earlier updates of the same chat.",
    labelNames: ["kind"],
    buckets,
    registers,
  });
  const calls = new Histogram({
    name: "onrecord_telegram_call_seconds",
    help: "Calls to Telegram; outcome is ok, the refusal's code, or network.",
    labelNames: ["method", "outcome"],
    buckets,
    registers,
  });
  const repeats = new Counter({
    name: "onrecord_updates_repeated_total",
    help: "Updates that came before and were not handled again.",
    registers,
  });
  const articles = new Gauge({ name: "onrecord_corpus_articles", help: "Live articles.", registers });
  const reloads = new Counter({
    name: "onrecord_corpus_reloads_total",
    help: "Changes of the coverage that were taken or refused.",
    labelNames: ["outcome"],
    registers,
  });
  const reloadSeconds = new Gauge({
    name: "onrecord_corpus_reload_seconds",
    help: "From the last change on disk to the first answer that knew of it.",
    registers,
  });
  new Gauge({
    name: "onrecord_updates_under_way",
    help: "Updates taken and not yet done.",
    registers,
    collect() {
      this.set(underWay());
    },
  });
  new Gauge({
    name: "onrecord_threads_heap_used_bytes",
    help: "In use on the heaps of the answering threads.",
    registers,
    async collect() {
      this.set(await heapUsed());
    },
  });
  return {
    update({ kind, outcome, seconds, own: ownSeconds }) {
      updates.observe({ kind, outcome }, seconds);
      own.observe({ kind }, ownSeconds);
    },
    call: ({ method, outcome, seconds }) => calls.observe({ method, outcome }, seconds),
    repeated: () => repeats.inc(),
    corpus(state) {
      articles.set(state.articles);
      if (state.seconds === null) return;
      reloads.inc({ outcome: "taken" });
      reloadSeconds.set(state.seconds);
    },
    corpusRefused: () => reloads.inc({ outcome: "refused" }),
    route: async () => ({ status: 200, body: await registry.metrics(), type: registry.contentType }),
  };
}
