import { InputError } from "../../coverage/errors.ts";

/** What a line of the conversation asks for. */
export type Word =
  | { readonly word: "say"; readonly text: string; readonly replyTo?: number | "newest" }
  /** A button by its number, its callback data or its label; of the newest message with buttons unless one is named. */
  | { readonly word: "press"; readonly button: number | string; readonly messageId?: number }
  | { readonly word: "inline"; readonly query: string }
  | { readonly word: "save"; readonly file: string }
  | { readonly word: "help" | "raw" | "quit" };

export const help = `What you type goes to the bot, /commands too. Words for this tool begin with a colon:
  :press 2        press button 2 of the newest message with buttons (also :2)
  :press 2 #7     press button 2 of message #7
  :reply TEXT     answer the bot's last message
  :reply #7 TEXT  answer message #7 (also :reply 7 TEXT)
  :inline TEXT    what "@bot TEXT" offers to post in another chat
  :raw            the bot's last message as it was sent, as JSON
  :save FILE      write the conversation to a file, Markdown or (FILE.json) JSON
  :help           this list
  :quit           leave (also Ctrl+D)
A message that itself begins with a colon: double the colon.`;

/**
 * Reads one line. Only a colon with a letter or a number right behind it begins a word of the tool's, so that a
 * smiling ":)" is a message like any other.
 * @throws InputError for a word that does not exist or lacks what it needs.
 */
export function readLine(line: string): Word {
  if (line.startsWith("::")) return { word: "say", text: line.slice(1) };
  const found = /^:([\p{L}\p{N}]+)(?:\s+(.*))?$/su.exec(line.trim());
  if (!found) return { word: "say", text: line };
  const [, name = "", rest = ""] = found;
  if (/^\d+$/.test(name)) return press(`${name} ${rest}`);
  switch (name) {
    case "press":
      return press(rest);
    case "reply": {
      const [, id, text] = /^(?:#?(\d+)(?:\s+|$))?(.*)$/s.exec(rest) ?? [];
      if (!text) throw new InputError(":reply needs a text");
      return { word: "say", text, replyTo: id ? Number(id) : "newest" };
    }
    case "inline":
      return { word: "inline", query: rest };
    case "save":
      if (!rest) throw new InputError(":save needs a file name");
      return { word: "save", file: rest };
    case "help":
    case "raw":
    case "quit":
      return { word: name };
    default:
      throw new InputError(`there is no word ":${name}"; :help lists them (a message that begins with a colon: "::…")`);
  }
}

function press(rest: string): Word {
  const [, button = "", id] = /^(.*?)(?:\s+#(\d+))?$/s.exec(rest.trim()) ?? [];
  if (!button) throw new InputError(":press needs a button's number");
  const which = /^\d+$/.test(button) ? Number(button) : button;
  return { word: "press", button: which, ...(id ? { messageId: Number(id) } : {}) };
}
