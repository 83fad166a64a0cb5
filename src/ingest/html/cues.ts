/*
 * Lines of a page's mark-up that are furniture by their wording, besides the phrases in language/furniture.ts, which page
 * text shares. Each pattern is tried on one whole block.
 */

const any =
  (...patterns: RegExp[]) =>
  (line: string) =>
    patterns.some((p) => p.test(line));

/** Pointers to other stories, in English, Russian and the languages around. */
export const pointsElsewhere = any(
  /^(?:related(?: post| article| story| coverage| news| links?| reading| topics?)?s?|read (?:more|also|next)|also read|see (?:also|more)|more|watch|listen|don['’]t miss|related news|recommended(?: for you| reading)?|keep reading|(?:story|article) continues(?: below)?|continue reading)\s*:?$/i,
  /^(?:related(?: post| article| story| coverage| news| links?)?|read (?:more|also|next)(?: (?:about|on|here|at)\b.{0,40})?|also read|see (?:also|more)|more on this|more (?:from|on|about) [^:]{1,40}|watch(?: now)?|recommended|up next)\s*[:|»>–—-]\s*\S/i,
  /^(?:more (?:great |top |must-reads? )?(?:from|news from|stories from|stories|coverage) .{1,40}|you (?:may|might) (?:also )?(?:like|be interested in|enjoy|have missed).{0,20}|what (?:to|you should) read next|more great \S+ stories)$/i,
  /^click here (?:to|for)\b/i,
  /^(?:lesen sie auch|mehr zum thema|lire aussi|à lire aussi|lea (?:también|más)|leer más|leia (?:também|mais)|veja (?:também|mais)|leggi anche|zobacz także|czytaj (?:też|także)|lees ook|читайте также|читать далее|по теме|см\. также)\b\s*:?/iu,
);

/** Requests to the reader, notices of the site and lines of rights: outside the story wherever they stand. */
export const speaksForSite = any(
  /^(?:advertisement|advert|sponsored(?: content)?|subscribe(?: now| today)?|sign up|share|tweet|print|email|comments?|post (?:a )?comments?\b.{0,10}|leave a (?:comment|reply)|no comments|reply|home|back to top|loading\b.{0,5}|view (?:gallery|comments)|(?:image|photo|slide|picture) \d+ of \d+|highlights|publicidade|anzeige|publicité|реклама)\s*[.:…+()]*$/i,
  /^(?:please )?(?:sign up|subscribe|register)\b.{0,120}\b(?:newsletters?|inbox|e-?mails?|alerts?|updates?|daily|weekly|free|here|today|latest|channel|app)\b/i,
  /^(?:get|receive|want|stay (?:up to date|informed|on top)|start your day|never miss|don['’]t miss)\b.{0,140}\b(?:newsletters?|inbox|alerts?|subscri\p{L}+|sign up|delivered|emails?|breaking news)\b/iu,
  /^(?:follow|like|join|find) (?:us|him|her|them|me|our|the author|@\w+|[\p{Lu}][\p{L}.'’-]+(?: [\p{Lu}][\p{L}.'’-]+){0,2}(?:['’]s)?(?: \S+)?) (?:on|@|at) (?:twitter|facebook|instagram|linkedin|youtube|telegram|tiktok|whatsapp|x\b)/iu,
  /^(?:e-?mail|contact|reach) (?:the (?:author|reporters?|writer|editors?)|[\p{Lu}][\p{L}.'’-]+(?: [\p{Lu}][\p{L}.'’-]+){1,2}|.{0,30}) (?:at|on|via|via e-?mail at)\s+(?:\S+@\S+|twitter|https?:)/iu,
  /^(?:got|have|do you have) (?:a|any) (?:news )?(?:tips?|story|stories|question|corrections?|comments?)\b/i,
  /^(?:join|become part of|take part in) (?:our|the) (?:\S+ )?(?:forums?|conversation|discussion|community)\b/i,
  /^(?:tell us|let us know|what do you think|have your say|share your (?:thoughts|views))\b.{0,80}$/i,
  /^note: (?:we are|comments|all comments)\b/i,
  /^(?:[Cc]opyright(?! \p{Ll}+ \p{Ll})|COPYRIGHT|©|ⓒ|\([cC]\)|[Aa]ll [Rr]ights [Rr]eserved|[Tt]odos os direitos|[Aa]lle [Rr]echte|[Tt]ous droits|[Вв]се права)(?!\p{L})/u,
  /^(?:this (?:document|material|article|story|content|report) (?:is subject to copyright|may not be (?:published|reproduced|broadcast)|is (?:protected|copyrighted)|(?:was|is) (?:auto-?generated|published from a syndicated)))/i,
  /^(?:we|[\p{Lu}]\S+) may (?:earn|receive|get) (?:an? )?(?:affiliate )?commissions?\b/iu,
  /^(?:via|source|citation|tags?|topics?|keywords|categor(?:y|ies)|labels)(?:\s*:\s*|\s+(?!.*[.!?…]["”’)]?$))\S.{0,400}$|^(?:filed under|posted in|explore further)\s*:?\s+\S.{0,400}$/i,
  /^our standards\s*:|^(?:for (?:more|all the latest) .{0,60}\b(?:visit|follow|click|download|subscribe|check out|join)\b)/i,
  /\b(?:has|have|was|were)(?: also)? (?:not been|been|been auto-?generated and)? ?(?:edited|published|created|generated|sourced|auto-?generated|auto-?published)\b.{0,40}\b(?:wire|agency|syndicated|third[- ]party|pti|ians|ani)\b.{0,40}\bfeeds?\b|\bnot been edited by\b.{0,40}\bstaff\b/i,
  /\blet us know in the comments\b|\bdelivered (?:straight |directly )?to your inbox\b/i,
  /^(?:tempo de leitura|reading time|lesezeit|temps de lecture|время чтения)\b.{0,20}$|^(?:\d+|a|one|two|three|four|five) min(?:ute)?s?\.? (?:read|de lecture|de leitura)$/iu,
  /\bcontributed to this (?:report|story|article)\.?$/i,
  /^(?:follow|see|read) .{0,60}\b(?:full|complete) coverage\b.{0,80}$/i,
  /^more [A-Z]{2,5}\b.{0,40}: ?https?:/,
);

/** The desk's own line under an agency story. */
export const namesReporters = any(
  /^[([]?(?:additional |with )?(?:reporting|writing|editing|compiled|written|translated|edited)(?: and (?:writing|editing|reporting))? by [\p{Lu}]/iu,
  /^(?:provided|distributed|supplied) by [\p{Lu}]/u,
);

/** A line that opens as a stamp of time and says nothing else. */
export const opensStamp =
  /^[|·•\s]*(?:first |last |originally )?(?:published|updated|posted|modified|publicado|atualizado|veröffentlicht|aktualisiert|publié|mis à jour|опубликовано|обновлено)\b.{0,100}\d.{0,60}$|^updated at \d.{0,30}$|^by [\p{Lu}].{0,80}\d{4}.{0,30}$/iu;
