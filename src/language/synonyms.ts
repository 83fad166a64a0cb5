import { isCyrillic } from "./script.ts";
import { stem } from "./words.ts";

/*
 * English words that news and people's questions use for one another, a group a line. Near enough to find a passage by, never to say it is
 * the same: a synonym counts less than the word itself. Groups stay narrow; words of many senses are left out.
 */
const groups = `
ban banned block blocked outlaw prohibit forbid bar blacklist
fine penalty
fined penalised penalized
investigation inquiry probe investigate inquire
launch begin start commence order
child kid minor youngster teenager youth
jail prison imprison incarcerate bars detain
jailed imprisoned convicted
protest demonstration rally march
protester demonstrator activist
remove delete erase takedown
slow throttle slowdown
speed rate
regulator watchdog supervisor
chief head boss leader director
deputy vice
spokesman spokeswoman spokesperson representative secretary
president leader
law legislation rule regulation statute
rules requirements regulations
demand request require call
force oblige compel require
effect force
company firm business corporation
worldwide global international
foreign overseas abroad western
office branch
platform network service site
website site page
post publish upload
image picture photo photograph
clip video footage
suicide death
dangerous harmful unsafe
danger risk threat
threaten warn
warning threat
allege claim accuse blame
accuse blame allege criticise criticize
praise laud applaud commend
condemn criticise criticize denounce slam chastise
concede admit acknowledge
reply respond answer response
explain justify
believe think consider
say state tell declare announce
comment remark statement
deny reject dismiss refute rule
refuse decline reject
plan intend intention
agree accord agreement deal pact
dispute row conflict showdown quarrel
comply obey follow fulfil fulfill adhere observe
compliance obedience
illegal unlawful illicit banned prohibited
unauthorised unauthorized unsanctioned uncoordinated illegal
legal lawful
crime offence offense
criminal offender
court tribunal judge
trial case prosecution
verdict ruling judgment decision sentence
guilty convicted convict
charge count accusation
charges counts
victim casualty
kill die dead death fatal
injure wound hurt
attack assault strike
arrest detain custody
police officer cop
army military troops forces
weapon arms gun
war conflict fighting
peace ceasefire truce
vote ballot poll
election vote
win victory triumph
lose defeat loss
rise increase grow climb surge soar jump
fall decrease decline drop plunge slump shrink
price cost
pay salary wage
money cash fund funds
tax levy duty
worker employee staff
job work employment
dismiss fire sack layoff
hire recruit employ
buy purchase acquire acquisition takeover
sell sale
own owner ownership possess
profit earnings gain
market exchange
bank lender
debt loan
aid help assistance support
help support back
oppose against resist
opposition dissident
critic opponent
rival competitor
ally partner
friend ally
meeting talks summit conference gathering
talk discuss negotiate
speech address
visit trip
travel journey
house home
build construct construction
destroy demolish ruin
damage harm
fire blaze
flood flooding
storm hurricane typhoon cyclone
earthquake quake tremor
disease illness sickness
doctor physician
medicine drug
vaccine jab shot inoculation
hospital clinic
school college
pupil student
teacher schoolteacher educator
study research survey
scientist researcher
discover find
show reveal disclose
hide conceal
secret classified confidential
encryption encrypted
privacy private
data information
message messenger messaging
user subscriber
internet online web net
social media
journalist reporter
newspaper paper daily
television tv televised broadcast
film movie
song track
album record
singer musician
actor actress
match game
player footballer
coach manager
champion winner
car vehicle
plane aircraft jet
ship vessel boat
train railway railroad
road street
city town
village settlement
country nation state
border frontier
region area province
government authorities cabinet administration
authorities officials
official officer
minister ministry
parliament legislature congress
lawmaker legislator deputy mp
mayor governor
citizen resident
people population public
woman female
man male
family relatives
husband wife spouse
famous renowned celebrated
important significant crucial essential
big large huge giant major
small little minor tiny
new recent latest
old former previous
quick fast rapid
start beginning
end finish conclude
stop halt cease
delay postpone
allow permit let
prevent avoid
protect defend safeguard
safe secure
change alter modify
improve better enhance
create establish found
organise organize arrange
appoint name nominate
resign quit step
choose select pick
try attempt seek
succeed success
fail failure
continue proceed
return come
leave depart exit
arrive reach
give provide supply grant
take receive get
keep retain store hold
use utilise utilize employ
need require
want wish desire
lack absence missing
positive positivity optimistic
negative negativity
angry anger outrage fury
fear worry concern afraid
happy glad rejoice
insult humiliate offend humiliation
bug insect
freak monster
young youth minors
material content
evidence proof
reason cause motive
result outcome consequence
goal aim purpose objective
method way means
kind type sort
part share portion
whole entire total
total sum amount
number figure
average mean
half fifty
year annual yearly
month monthly
week weekly
day daily
today now currently
branch subsidiary
headquarters head
suspect accused defendant
witness observer
expert analyst specialist
adviser advisor consultant
volunteer activist
restriction limit curb limitation
crackdown clampdown
censorship censor
surveillance monitoring monitor
spread distribute distribution disseminate
share spread
encourage urge incite promote push
persuade convince
force pressure
describe call characterise characterize portray
mention refer
meme joke
joke humour humor
drug narcotic
pornography porn
abuse mistreatment
boss chief
tech technology technological
american usa
british uk
russian russia
`;

const bySynonym = new Map<string, Set<string>>();
for (const line of groups.split("\n")) {
  const stems = new Set(line.split(" ").filter(Boolean).map(stem));
  for (const one of stems) {
    const known = bySynonym.get(one) ?? new Set();
    for (const other of stems) if (other !== one) known.add(other);
    bySynonym.set(one, known);
  }
}

/** Stems of English words that news uses for a stemmed word; none for most words, and none for Russian ones. */
export function synonyms(stemmed: string): readonly string[] {
  return isCyrillic(stemmed) ? [] : [...(bySynonym.get(stemmed) ?? [])];
}
