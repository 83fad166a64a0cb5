import type { AddCommand } from "./program.ts";

export const addQuote: AddCommand = (program) => {
  program.command("quote");
};
