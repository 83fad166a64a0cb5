/**
 * Something a person can mend: bad input, a missing folder, a wrong setting.
 * The command line prints `message` as one line and ends with exit code 2; no stack trace is shown.
 */
export class InputError extends Error {
  override readonly name = "InputError";
}

/** The system's own words for a failed file operation, in plain language and with the file's name. */
export function fileError(error: unknown, doing: string, file: string): InputError {
  const code = (error as NodeJS.ErrnoException).code;
  const reason =
    code === "ENOENT"
      ? doing === "write"
        ? "its folder does not exist"
        : "it does not exist"
      : code === "EACCES" || code === "EPERM" || code === "EROFS"
        ? "permission denied"
        : code === "ENOSPC" || code === "EDQUOT"
          ? "the disk is full; nothing was changed in this file"
          : code === "EISDIR"
            ? "it is a folder"
            : code === "EEXIST"
              ? "a file of this name is in the way"
              : code === "ENOTDIR"
                ? "a part of the path is a file, not a folder"
                : code === "EMFILE" || code === "ENFILE"
                  ? "too many open files"
                  : ((error as Error).message ?? String(error));
  return new InputError(`cannot ${doing} ${file}: ${reason}`, { cause: error });
}
