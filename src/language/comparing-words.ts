/*
 * Words that set names side by side. Matched against a question's text as it stands.
 */

/** What stands between two names that are asked about side by side: "Twitter or Facebook", "Twitter fined more than Facebook". */
export const betweenCompared =
  /^(?:['’]s)?(?:[,\s]*(?:and|or|nor|и|или)|,|[^.?!;]{0,60}?[,\s](?:than|vs\.?|versus|compared (?:to|with)|чем|по сравнению с))\s+(?:(?:the|that of|those of|in|у|на)\s+)*$/iu;
/** "Compare Twitter with Facebook": "with" sets side by side only behind such a word. */
export const comparedWith =
  /(?<!\p{L})(?:compare|comparison of|сравни(?:те|ть)?|сравнени\p{L}+) [^.?!;]{0,60} (?:with|to|and|с|и) $/iu;

/** What only says that names are set side by side; no article needs to have it. */
export const comparing =
  /(?<![\p{L}\p{N}])(?:compare|vs\.?|versus|compared (?:to|with)|сравни(?:те|ть)?|по сравнению с)(?![\p{L}\p{N}])/giu;
