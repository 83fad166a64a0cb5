import type { Gender } from "./first-names.ts";

/*
 * Nouns for what people are. A title stands before a name and is no part of it; any role may stand for a person
 * named elsewhere ("the spokesman").
 */
const titles = `mr mrs ms miss dr prof sir dame lord lady president vice senator sen rep representative congressman congresswoman governor gov mayor
  secretary minister chancellor premier prime king queen prince princess pope father rev reverend bishop archbishop cardinal rabbi imam sheikh ayatollah
  general gen colonel col major maj captain capt lieutenant lt sergeant sgt admiral adm commander officer detective sheriff judge justice attorney
  ambassador professor chairman chairwoman chair chairperson director deputy assistant chief speaker leader head spokesman spokeswoman spokesperson press
  adviser advisor aide analyst editor reporter correspondent columnist anchor host moderator strategist commissioner councilman councilwoman alderman
  comrade delegate executive ceo founder co-founder coach author actor actress singer comedian billionaire businessman activist candidate nominee
  republican democrat democratic gop former ex-president acting interim then first under sens reps messrs presidential manager pollster consultant
  tycoon mogul frontrunner front-runner opponent rival counsel undersecretary treasurer inspector constable superintendent president-elect
  президент премьер министр депутат сенатор губернатор мэр пресс-секретарь глава председатель директор генерал полковник адвокат судья посол политолог
  замглавы вице-премьер вице-президент спикер лидер секретарь представитель юрист эксперт журналист господин госпожа`;

const roles = `spokesman spokeswoman spokesperson president vice-president senator representative congressman congresswoman lawmaker legislator governor mayor secretary
  minister chancellor premier leader chief head chairman chairwoman chair director official officer aide adviser advisor strategist analyst expert professor
  scholar historian economist scientist researcher author writer journalist reporter columnist editor anchor host moderator lawyer attorney prosecutor judge
  justice sheriff policeman policewoman detective investigator general colonel commander captain soldier veteran activist organizer protester critic supporter
  opponent rival candidate nominee contender front-runner frontrunner hopeful mogul businessman businesswoman billionaire executive ceo founder manager
  owner ambassador diplomat envoy delegate operative pollster consultant pundit commentator voter resident neighbor worker employee student teacher parent mother
  father son daughter brother sister wife husband man woman boy girl friend colleague democrat republican conservative liberal libertarian socialist physician
  doctor nurse surgeon pastor priest bishop pope rabbi imam king queen prince princess actor actress singer musician rapper comedian star artist coach player
  athlete witness victim suspect defendant lobbyist donor fundraiser treasurer counsel deputy assistant staffer insider source observer firebrand politician statesman
  stateswoman commissioner councilman councilwoman speaker whip incumbent challenger real-estate developer tycoon magnate entrepreneur investor farmer
  user customer driver pilot engineer designer architect demonstrator dissident blogger oligarch regulator watchdog narrator interviewer
  президент премьер министр депутат сенатор губернатор мэр пресс-секретарь глава председатель директор генерал адвокат судья посол политолог лидер спикер
  представитель представительница эксперт юрист аналитик политик чиновник журналист собеседник источник`;

const plurals = `officials critics supporters opponents aides advisers experts analysts lawmakers democrats republicans conservatives liberals people voters residents
  police investigators prosecutors authorities lawyers economists activists protesters researchers scientists observers sources organizers members leaders
  senators reporters journalists doctors pollsters strategists operatives allies friends colleagues others some many most several both few two three`;

const male = `spokesman congressman chairman councilman businessman man boy father son brother husband king prince mr sir lord pope uncle nephew grandfather statesman
  policeman actor представитель президент alderman`;
const female = `spokeswoman congresswoman chairwoman councilwoman businesswoman woman girl mother daughter sister wife queen princess mrs ms miss dame lady aunt
  niece grandmother stateswoman actress representativeness представительница госпожа`;

const set = (list: string) => new Set(list.split(/\s+/).filter(Boolean));
const titleWords = set(titles);
const roleWords = set(roles);
const pluralWords = set(plurals);
const genders = new Map<string, Gender>(
  [...set(female)].map((w) => [w, "female"] as [string, Gender]).concat([...set(male)].map((w) => [w, "male"])),
);

const bare = (word: string) => word.toLowerCase().replace(/\.$/, "");

/** Whether a word may stand before a name without being a part of it ("President", "Sen.", "deputy"). */
export const isTitle = (word: string): boolean => titleWords.has(bare(word));
/** Whether a word says what a person is. */
export const isRole = (word: string): boolean =>
  roleWords.has(bare(word)) || roleWords.has(bare(word).replace(/^(?:ex|vice|co)-/, ""));
/** Whether a word stands for several people ("officials"). */
export const isPluralRole = (word: string): boolean => pluralWords.has(bare(word));
/** The gender a title or role tells, else `null`. */
export const genderOfRole = (word: string): Gender | null => genders.get(bare(word)) ?? null;

const vague =
  set(`man woman boy girl person voter resident neighbor worker employee student teacher parent mother father son daughter brother sister wife husband friend
  colleague witness victim source insider narrator actor actress protester supporter critic user customer driver player veteran soldier interviewer reporter
  журналист собеседник источник`);

/** Whether a role fits almost anybody, so that only somebody called so is meant by it. */
export const isVague = (word: string): boolean => vague.has(bare(word));

/** A word for a person's place, and the words a text may use instead of it. */

const kinds: Record<string, string> = {
  leader: "president premier prime chancellor chairman chair head speaker king leader chief governor",
  spokesman: "spokesman spokesperson press press-secretary",
  spokeswoman: "spokeswoman spokesperson press press-secretary",
  spokesperson: "spokesman spokeswoman spokesperson press press-secretary",
  official: "deputy secretary director head chief commissioner official minister spokesman undersecretary",
  lawmaker: "senator sen representative rep congressman congresswoman deputy lawmaker legislator",
  legislator: "senator sen representative rep congressman congresswoman deputy",
  senator: "senator sen",
  representative: "representative rep",
  congressman: "representative rep congressman",
  congresswoman: "representative rep congresswoman",
  governor: "governor gov",
  politician: "senator sen president governor gov mayor representative rep minister",
  chief: "chief head director chairman",
  head: "head chief director chairman",
  director: "director head",
  boss: "chief head director ceo",
  executive: "ceo executive",
  candidate: "candidate nominee contender hopeful presidential front-runner frontrunner",
  nominee: "nominee candidate presidential",
  contender: "candidate contender hopeful presidential",
  hopeful: "candidate contender hopeful presidential",
  "front-runner": "front-runner frontrunner candidate nominee",
  frontrunner: "front-runner frontrunner candidate nominee",
  lawyer: "lawyer attorney counsel",
  attorney: "lawyer attorney counsel",
  adviser: "adviser advisor aide strategist",
  aide: "adviser advisor aide",
  diplomat: "ambassador envoy secretary minister",
  businessman: "businessman billionaire mogul tycoon ceo",
  billionaire: "billionaire businessman mogul tycoon",
  mogul: "mogul billionaire businessman tycoon",
  tycoon: "tycoon billionaire businessman mogul",
  professor: "professor prof",
  general: "general gen",
  minister: "minister premier",
  premier: "premier prime",
  doctor: "doctor dr",
  judge: "judge justice",
  лидер: "президент премьер председатель глава лидер",
  спикер: "пресс-секретарь спикер представитель",
  политик: "президент премьер министр депутат сенатор лидер",
  чиновник: "министр глава директор замглавы",
};

const kindSets = new Map(Object.entries(kinds).map(([word, list]) => [word, set(list)]));

/** Whether a person who is called `known` somewhere may be meant by the role `asked` ("leader" for a president). */
export function roleCovers(asked: string, known: string): boolean {
  const a = bare(asked);
  const k = bare(known);
  return a === k || (kindSets.get(a)?.has(k) ?? false);
}

const english: Record<string, string> = {
  президент: "president",
  премьер: "premier",
  министр: "minister",
  глава: "head",
  губернатор: "governor",
  мэр: "mayor",
  сенатор: "senator",
  депутат: "deputy",
  спикер: "speaker",
  "пресс-секретарь": "spokesman",
  представитель: "spokesman",
  председатель: "chairman",
  посол: "ambassador",
  директор: "director",
  лидер: "leader",
  адвокат: "lawyer",
  юрист: "lawyer",
  судья: "judge",
  генерал: "general",
  эксперт: "expert",
  секретарь: "secretary",
  полковник: "colonel",
  россии: "russia",
  сша: "us",
  украины: "ukraine",
};

/** The English word for a Russian role, as it is asked for over English coverage. */
export const roleInEnglish = (word: string): string | undefined => english[word.toLowerCase()];
