import type { AddCommand } from "./program.ts";

export const addTimeline: AddCommand = (program) => {
  program.command("timeline");
};
