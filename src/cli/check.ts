import type { AddCommand } from "./program.ts";

export const addCheck: AddCommand = (program) => {
  program.command("check");
};
