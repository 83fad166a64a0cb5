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
throttle throttling slow slowing slowdown
fine fines penalty penalties penalise penalize sanction
fined penalised penalized sanctioned
bars jail prison custody imprisoned jailed detained
jailed imprisoned incarcerated convicted detained
inmate prisoner detainee convict
jump leap
boy girl child teenager minor
demonstration protest rally unrest march
describe call liken compare
justify defend explain
condition demand requirement term
hand give provide
evidence material proof
accuse allege blame
investigator authorities detective
crack curb clamp tighten
complain complaint criticise grievance
worth equal equivalent
dollar usd
bankrupt bankruptcy insolvent insolvency
merge merger
layoff redundancy
strike walkout stoppage
union guild
inflation prices
recession downturn slump
stocks shares equities
investor shareholder stakeholder
loss deficit shortfall
subsidy grant
budget spending
spend spending expenditure
invest investment
import export trade
tariff duty levy
currency money
wealthy rich affluent
poor impoverished needy
poverty hardship
homeless homelessness
rent tenancy
tenant renter
landlord owner
mortgage loan
flat apartment
house home residence property
estate property
lawyer attorney solicitor barrister counsel
sue lawsuit litigation suit
appeal challenge contest
acquit acquitted cleared exonerated
plead plea
testify testimony
juror jury
prosecutor prosecution
bail bond
parole probation
robbery theft burglary heist
thief robber burglar
steal theft rob
fraud scam swindle con
bribe bribery corruption graft kickback
smuggle smuggling traffic trafficking
murder homicide killing slaying
murder kill slay
murderer killer
shoot shooting gunfire
gunman shooter attacker
stab stabbing knife
bomb bombing explosion blast
explode explosion blast detonate
hostage captive
kidnap abduct abduction
terrorist extremist militant
terrorism extremism
rape assault
harass harassment
bully bullying
missing disappeared vanished
search hunt manhunt
rescue save
survive survivor
evacuate evacuation
flee escape fled
refugee migrant asylum
immigrant migrant
immigration migration
deport deportation expel expulsion
invade invasion incursion
bombard shell shelling bombardment
missile rocket
drone uav
soldier serviceman trooper
general commander
troop soldier
fighter rebel insurgent militant
occupy occupation
surrender capitulate
withdraw withdrawal pull
deploy deployment
nuclear atomic
spy espionage
spy agent
hack hacker hacking breach
cyberattack hack
leak leaked
password login
app application
smartphone phone mobile
computer laptop
algorithm software
robot automation
satellite spacecraft
astronaut cosmonaut
telescope observatory
sun solar
climate warming
emissions pollution carbon
pollute pollution contamination
drought dry
heatwave heat
wildfire bushfire fire blaze
landslide mudslide
tornado twister
rain rainfall downpour
snow snowfall blizzard
freeze cold frost
eruption volcano erupt
wave tsunami
avalanche snowslide
famine hunger starvation
crop harvest
farmer grower
farm agriculture farming
food meal
drink beverage
restaurant diner eatery
shop store outlet retailer
shopper customer consumer
client customer
goods merchandise products
product item
brand label
advert advertisement advertising ad commercial
marketing advertising
airline carrier
airport airfield
passenger traveller traveler
pilot captain
crash collision accident
crash collide
derail derailment
sink sank
driver motorist
lorry truck
bus coach
bicycle bike
cyclist rider
petrol gasoline gas fuel
oil petroleum crude
electricity power
outage blackout
energy power
coal mine
pipeline pipe
dam reservoir
bridge crossing
motorway highway freeway
pavement sidewalk
neighbourhood neighborhood district
capital city
island isle
coast shore seaside
sea ocean
mountain peak
forest woodland
river stream
tourist visitor holidaymaker
holiday vacation
hotel resort
festival celebration
celebrate celebration mark commemorate
anniversary jubilee
wedding marriage
marry wed
divorce split separation
pregnant pregnancy
birth born
baby infant newborn
toddler child
mother mum mom
father dad
parent mother father
grandfather grandmother grandparent
brother sister sibling
son daughter child
girlfriend boyfriend partner
widow widower
orphan child
elderly pensioner
pension retirement
retire retirement
retiree pensioner
king monarch
queen monarch
prince princess royal
throne crown
royal monarchy
church cathedral
priest clergyman cleric vicar
pope pontiff
mosque islam
muslim islam
jewish jews
christian christianity
gay homosexual lgbt lgbtq
racist racism
sexist sexism
discriminate discrimination bias
equality equal
rights freedoms
freedom liberty
democracy democratic
dictator autocrat
coup putsch overthrow
overthrow topple oust
oust remove depose
impeach impeachment
scandal controversy
controversial contentious disputed
resignation departure
successor replacement
replace substitute
candidate nominee contender
campaign bid
voter elector electorate
referendum plebiscite
senator lawmaker
congressman congresswoman lawmaker
bill legislation
amendment change
veto reject block
approve approval endorse pass
adopt adoption
ratify approve
treaty pact accord
sanctions embargo
ambassador envoy diplomat
embassy consulate mission
alliance bloc
negotiation talks
negotiator mediator
mediate mediation broker
compromise concession
ultimatum deadline
deadline date
tense tension
provoke provocation
retaliate retaliation revenge
vow pledge promise
promise pledge commitment
apologise apologize apology sorry
regret sorry
thank grateful
congratulate congratulation
greet welcome
invite invitation
reveal unveil
unveil launch introduce
rename renamed
rumour rumor speculation
hoax fake
fake false bogus counterfeit
false untrue
true correct
mistake error blunder
lie falsehood
mislead deceive
propaganda disinformation misinformation
editor publisher
interview conversation
article story report
headline title
column opinion
author writer
book novel
poet poetry
painting picture canvas
artist painter
exhibition show
museum gallery
theatre theater playhouse
play drama
concert gig performance
perform performance
band group
tour trip
director filmmaker
series show
episode instalment
prize award
award honour honor
nominate nomination
star celebrity
fan supporter
audience viewers
stadium arena
team side squad club
tournament championship competition cup
goalkeeper keeper
referee umpire
defeat beat
medal gold
athlete sportsman sportswoman
race contest
runner sprinter
swim swimmer
boxer boxing
injury wound
transfer move
doping drugs
virus coronavirus covid
pandemic epidemic outbreak
infect infection
contagious infectious
quarantine isolation
lockdown quarantine
mask covering
patient sufferer
nurse medic
surgeon doctor
surgery operation
cure treatment therapy
treat treatment
symptom sign
cancer tumour tumor
obese obesity overweight
diet eating
smoke smoking tobacco cigarette
alcohol drink
drunk intoxicated
addict addiction
overdose poisoning
poison poisoning toxin
toxic poisonous
abortion termination
mental psychological
depression anxiety
lonely loneliness
sleep rest
university college
professor academic lecturer
exam test
degree diploma
graduate graduation
education schooling
scholar researcher
science research
experiment trial
theory hypothesis
species animal
animal creature
dog puppy
cat kitten
extinct extinction
dinosaur fossil
ancient old
discover discovery
invent invention
inventor creator
copyright piracy
patent invention
licence license permit
permit licence
ban prohibition
legalise legalize decriminalise decriminalize
decriminalise decriminalize
criminalise criminalize
abolish scrap
scrap cancel abandon
cancel cancelled call
postpone suspend
suspend suspension halt
expel eject
evict eviction
close shut closure
reopen resume
open opening
expand expansion
reduce cut lower
cut reduction
double twice
triple three
majority most
quarter fourth
third three
dozen twelve
billionaire tycoon magnate mogul
entrepreneur businessman businesswoman
executive boss ceo
founder creator
chairman chairwoman chair
colleague coworker
boss manager
intern trainee
salary wage
bonus payout
compensation damages payout
refund reimbursement repay
repay repayment
lend loan
borrow loan
theft stealing
counterfeit forged
forge forgery
identify name
anonymous unnamed
identity name
passport document
document file paper
letter note
email mail
parcel package
phone call
call telephone
mourn mourning grief
funeral burial
bury burial
grave tomb
corpse body
autopsy postmortem
deadly fatal lethal
wounded injured hurt
severe serious grave
minor slight
sudden abrupt
enormous massive vast
massive mass
rare unusual
common widespread
widespread broad
strange odd weird
beautiful pretty
ugly unsightly
dirty filthy
clean cleanup
noisy loud
silent quiet
quick speedy swift
hit strike
hurl throw
chase pursue
follow pursue
hide conceal
watch view
viewer audience
listen hear
speak talk
shout yell scream
whisper murmur
laugh laughter
cry weep
smile grin
mock ridicule
nickname dub
dub call nickname
praise compliment
boast brag
hail praise
slam blast
blast criticise
scold rebuke reprimand
reprimand rebuke
rebuke criticise
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
