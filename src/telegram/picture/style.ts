/*
 * Sizes in pixels. The picture is as wide as a phone's screen has pixels (1080), so that letters of 26 to 32 are read at about
 * 9 to 11 points without zooming.
 */

export const page = { width: 1080, margin: 40 } as const;

/** From left to right: the ends of the tick labels, the axis, the first bar, the badges, the texts. */
export const columns = { ticks: 146, axis: 166, bars: 184, leaders: 64, badge: 44 } as const;

export const sizes = { title: 46, note: 26, tick: 25, cut: 23 } as const;

export const colours = {
  paper: "#fdfcf9",
  ink: "#1d1d1f",
  soft: "#5b5b60",
  line: "#8a8a90",
  faint: "#d9d7d0",
  bar: "#c9c7bf",
} as const;

/** How much of each event is shown: the fewer there are, the more. */
export interface Density {
  readonly size: number;
  /** The most lines of a sentence. */
  readonly lines: number;
  /** Date and sentence on one line. */
  readonly inline: boolean;
}

export function densityFor(events: number): Density {
  if (events <= 6) return { size: 32, lines: 7, inline: false };
  if (events <= 12) return { size: 30, lines: 4, inline: false };
  if (events <= 25) return { size: 28, lines: 3, inline: false };
  if (events <= 40) return { size: 27, lines: 2, inline: false };
  if (events <= 80) return { size: 27, lines: 1, inline: false };
  return { size: 26, lines: 1, inline: true };
}
