/** BM25's inverse document frequency (Robertson and Spärck Jones, with 1 added so that it stays positive). */
export function idf(frequency: number, size: number): number {
  return Math.log(1 + (size - frequency + 0.5) / (frequency + 0.5));
}
