import type { InlineKeyboardButton, InlineKeyboardMarkup } from "grammy/types";
import { type ButtonData, packButton } from "./callback-data.ts";
import { buttonsInRow } from "./limits.ts";
import type { RichText } from "./rich-text.ts";
import type { Texts } from "./texts.ts";

/** A button that leads to another page, with what stands on it. */
export interface PageButton {
  readonly label: string;
  readonly to: ButtonData;
}

/** A button that leads to another page, or one that Telegram acts on by itself. */
export type Button = PageButton | InlineKeyboardButton;

/** What a handler has to say: the pages of one message and the buttons below them. */
export interface Reply {
  readonly pages: readonly RichText[];
  /** What the paging buttons stand for. */
  readonly kind: ButtonData["kind"];
  readonly key?: string;
  /** `false`: without the buttons that turn pages. */
  readonly paging?: false;
  /** Further buttons, below the paging ones. */
  readonly buttons?: readonly Button[];
  /** Rows of buttons that belong to one page, below all others. */
  readonly rows?: (page: number) => readonly (readonly Button[])[];
  /** Whether what was asked can be read from the button that shares it; otherwise only the message replied to tells it. */
  readonly isCarried?: boolean;
  /** The address whose preview is shown below one page; none is shown otherwise. */
  readonly preview?: (page: number) => string | null;
}

/** The buttons below a page, `null` for none. */
export function keyboard(
  { pages, kind, key, paging, buttons = [], rows: below }: Reply,
  page: number,
  t: Texts,
): InlineKeyboardMarkup | null {
  const to = (number: number) => packButton({ kind, page: number, ...(key ? { key } : {}) });
  const rows: InlineKeyboardButton[][] = [];
  if (pages.length > 1 && paging !== false) {
    const at = t.pageOf(page + 1, pages.length);
    const isLast = page + 1 >= pages.length;
    rows.push([
      ...(page > 0 ? [{ text: `‹ ${t.back}${isLast ? ` · ${at}` : ""}`, callback_data: to(page - 1) }] : []),
      ...(isLast ? [] : [{ text: `${t.more} › ${at}`, callback_data: to(page + 1) }]),
    ]);
  }
  for (let i = 0; i < buttons.length; i += buttonsInRow) rows.push(buttons.slice(i, i + buttonsInRow).map(inline));
  for (const row of below?.(page) ?? []) if (row.length > 0) rows.push(row.map(inline));
  return rows.length > 0 ? { inline_keyboard: rows } : null;
}

function inline(button: Button): InlineKeyboardButton {
  return "to" in button ? { text: button.label, callback_data: packButton(button.to) } : button;
}
