/*
 * First names by the gender they are commonly given to, in Latin letters and in Cyrillic. Names common for both
 * ("Leslie", "Саша") are left out: they tell nothing. Used to tell whom "he" and "she" may mean.
 */
const male = `
aaron abdul abdullah abel abraham abu adam adel adnan adolf adrian ahmad ahmed aidan akbar akio al alain alan albert alberto alec alejandro aleksandar
aleksander aleksandr aleksei aleksey alessandro alex alexander alexandre alexei alexey alexis alfonso alfred alfredo ali alistair allan allen alonzo
alphonse alvaro alvin amir amos anatole anatoli anatoliy anatoly anders andre andreas andrei andres andrew andrey andrzej andy angelo angus ansel anson
anthony antoine anton antonin antonio antony anwar arif ariel arkady armand armando armen arnold arsen arseny art artem artemy arthur artur arturo asad
asher ashraf aslan augustine augusto austin avi avraham axel aziz barack barney baron barry bart bartholomew bashar basil bassam ben benedict benito
benjamin benny bernard bernardo bernd bernhard bernie bert bilal bill billy bjorn blaine blake bo bob bobby boris boyd brad braden bradley brandon brendan
brendon brent bret brett brian bruce bruno bryan bryce buck bud burt byron caleb calvin carl carlo carlos carlton carter casper cecil cedric cesar chad
charles charlie chase chester chet chip chris christian christoph christophe christopher chuck clarence claude claudio clay clayton clement cliff clifford
clifton clint clinton clive clyde cody cole colin conor conrad cornelius cory craig curt curtis cyril cyrus dale damian damien damon dan daniel daniil danil
danny dante darin dario darius darrell darren darryl daryl dave david davis dean declan deepak demetrius denis denny denzel derek dermot derrick desmond
devin dexter dick didier diego dieter dietrich dimitri dirk dmitri dmitriy dmitry dominic dominik don donald donnie donny doug douglas duane dudley duke
duncan dustin dwayne dwight dylan earl ed eddie eddy edgar eduard eduardo edward edwin efraim egor ehud eli elias elijah elio elliot elliott ellis elmer elon
elton emanuel emerson emil emile emilio emmanuel emmett enrico enrique eric erich erik ernest ernesto ernie ernst errol ervin erwin esteban ethan eugen
eugene evan everett evgeni evgeny ezekiel ezra fabio fadi faisal farid farooq federico felipe felix ferdinand fernando fidel filip filippo finn floyd
forrest francesco francis francisco franco francois frank frankie franklin franz fred freddie frederic frederick fredrik friedrich fritz fyodor gabriel
gareth garrett garry garth gary gaston gavin gene gennady geoff geoffrey george georges georgi georgy gerald gerard gerardo gerhard german gerry gianni
gideon gilbert gilles giorgio giovanni giuseppe glen glenn gordon graham grant greg gregg gregor gregory grigory guido guillaume guillermo gunther gus gustav
gustavo guy hakan hal hamid hamza hank hans harald harold haroon harris harrison harry harvey hasan hashim hassan hector heinrich heinz helmut henri
henrik henry herbert herman hiroshi homer horace howard hubert hugh hugo humphrey hussein ian ibrahim ignacio ignatius igor ike ilia ilya imad immanuel imran
ingmar ira irving irwin isaac isaiah ismail israel issa itamar ivan ivo jack jackson jacob jacques jaime jair jake jakob jamal james jan jared jaroslaw jarrod
jason jasper javier jay jean-claude jean-luc jean-marie jean-pierre jeb jed jeff jefferson jeffery jeffrey jens jeremiah jeremy jerome jerry jesus jim
jimmy jiri joachim joao joaquin joe joel joerg johan johann johannes john johnny jon jonah jonas jonathan jordi jorge jose josef joseph josh joshua josiah
juan juergen jules julian julien julio julius jurgen justin kaleb kamal karim karl keith ken kenji kenneth kenny kent kevin khaled khalid kim kirill kirk
klaus konrad konstantin kostas kurt kwame kyle lamar lance larry lars laszlo laurent lawrence lech lee leif leo leon leonard leonardo leonid leopold leroy lester
lev levi lew lewis liam lionel lloyd logan lorenzo lou louie louis luc luca lucas luciano lucien ludwig luigi luis luiz luka lukas luke luther lyle lyndon
mahmoud mahmud malcolm malik manfred manny manoj manuel marat marc marcel marcelo marco marcos marcus mariano mario marius mark marko markus marlon marshall
martin marty marvin mason massimo mathew mathias mathieu matt matteo matthew matthias maurice mauricio mauro max maxim maxime maximilian maxwell mehdi mehmet mel
melvin micah michael michal michel miguel mihail mikael mike mikhail milan miles milo milos milton mitch mitchell mitt mohamed mohammad mohammed
moises moritz morris mort moses moshe muhammad muhammadu mustafa myron naftali nasser nat nate nathan nathaniel naveed ned neil nelson nelson newt niall niccolo
nicholas nick nicolai nicolas nigel nikita niklas nikolai nikolaus nikolay nils noah noam noel norbert norman octavio olaf oleg oleksandr oleksiy olivier
oliver omar orlando orrin oscar osama oskar oswald otto owen pablo paolo pascal patrick paul paulo pavel pavlo pedro per percy pete peter petr petro phil philip
philipp philippe phillip pierre pietro piotr prakash preston pyotr qasim quentin quincy rafael rafi rahm rahul raj rajesh rajiv ralph ramiro ramon ramzan
randall randolph randy raoul raphael rashid raul ravi ray raymond recep reggie reginald reince reinhard remy renaud rex ricardo riccardo rich richard rick
ricky riyad rob robby robert roberto rod roderick rodney rodolfo rodrigo roger roland rolf roman romano ron ronald ronnie rory ross roy ruben rudolf rudolph rudy
rufus rupert rush ruslan russ russell rustam rusty ryan said saleh salim salman salvador salvatore sam samir sammy samuel sander sanjay santiago saul scott seamus
sean sebastian serge sergei sergey sergio seth seymour shane shaun shawn sheldon sherman shimon shinzo sid sidney silvio simon sixten slava slobodan sol
solomon spencer spiro stan stanislav stanley stefan stefano stepan stephan stephane stephen sterling steve steven stevie stewart stuart sunil sven
taras tariq tayyip ted teddy terence terrence terry theo theodor theodore theresiano thiago thierry thom thomas thorsten tibor tim timofey timothy timur tobias todd tom
tomas tommy tony travis trent trevor trey tristan troy tucker tyler tyrone ulrich umar umberto urs uri valentin valeri valery vance vasily vaughn vernon
viacheslav vicente victor vijay viktor vince vincent vincenzo vinod virgil vitali vitaliy vitaly vito vlad vladimir vladislav vlodymyr volodymyr vyacheslav wade
wallace walter walt ward warren wayne wendell werner wesley wilbur wilfred wilhelm will willard willem william willie willy wilson winston wladimir wolf
wolfgang woodrow xavier yair yakov yan yann yaroslav yasser yegor yevgeni yevgeny yitzhak yohan yousef youssef yukio yuri yury yusuf yves zachary zack zbigniew zeke
marcelino evander mikheil giorgi nikol sadiq rishi keir boris dmytro yoweri narendra emmanuel jens olaf ursulo antti sauli viktoras gitanas alar karel miloš zoran
aleksandro bashir moon kofi ban hu deng mao zhou jinping hun abdel abdelaziz nouri haider masoud hassan javad mehmood nawaz asif mahathir joko rodrigo bongbong
александр алексей альберт анатолий андрей антон аркадий арсений артем артём артур борис вадим валентин валерий василий виктор виталий владимир владислав всеволод
вячеслав геннадий георгий герман глеб григорий давид даниил денис дмитрий евгений егор ефим захар иван игорь илья иосиф кирилл константин лев леонид максим марат марк
михаил никита николай олег павел петр пётр рамзан роман руслан рустам святослав семен семён сергей станислав степан тимофей тимур федор фёдор филипп эдуард юлий юрий
яков ян ярослав джо дональд барак джордж билл борис эммануэль олаф реджеп тайип си ангус джон роберт ричард уильям майкл илон марк тим джек дэвид томас стивен`;

const female = `
abby abigail ada adele adriana agatha agnes aida aileen aisha alana alba alejandra aleksandra alessandra alexandra alexandria alice alicia alina alison
allison alma alyssa amal amanda amber amelia amina amira amy ana anastasia andrea angela angelica angelina angie anita ann anna annabel anne annegret annemarie
annette annie antoinette antonia april arlene asma astrid aubrey audrey aurora ava barbara beatrice beatrix becky belinda bella benazir bernadette bernice beth
bethany betsy betty beverly bianca blanca bonnie brenda brianna bridget brigitte brittany brooke camila camilla camille candace candice cara carla carly carmen
carol carole carolina caroline carolyn carrie cassandra cassie catalina catharine catherine cathy cecilia cecile celeste celia celine chantal charlene
charlotte chelsea cherie cheryl chiara chloe christa christiane christie christina christine cindy claire clara clarissa claudia clementine colette colleen connie
consuelo cora corinne cornelia courtney cristina crystal cynthia daisy dana danielle daria darlene dawn deanna debbie deborah debra deirdre delia denise
desiree diana diane dianne dilma dina dolores dominique donna dora doreen doris dorothea dorothy edith edna eileen ekaterina elaine eleanor elena eleni eliana elisa
elisabeth elise eliza elizabeth ella elle ellen elsa elvira emilia emily emma erica erika erin esmeralda esperanza estelle esther ethel eugenia eunice eva evangeline eve
evelyn faith fatima faye felicia fiona flora florence frances francesca frida gabriela gabriele gabriella gabrielle gail galina genevieve georgia georgina geraldine
gertrude gillian gina ginger giorgia gisela giulia gladys gloria golda grace graciela greta gretchen gudrun guadalupe gwen gwendolyn hadley hala hanan hanna hannah
harriet hazel heather heidi heike helen helena helene helga henrietta hilary hilda hillary holly hope huma ida ilana ilona imelda imogen ines inga ingrid
irene irina iris irma isabel isabella isabelle ivana ivanka ivy jackie jacqueline jan jana jane janet janice janine jasmine jean jeanette jeanne jen jenna jennifer
jenny jessica jill jo joan joann joanna joanne jocelyn jodi johanna josephine joy joyce juanita judith judy julia juliana julianne julie juliet june justine kaitlyn
kamala karen karin karina karla kate katerina katharina katharine katherine kathleen kathryn kathy katie katja katrin katrina katy kay kayla kayleigh keiko kellyanne
kerstin kirsten kirstjen klara kristen kristi kristin kristina kseniya ksenia lana lara larisa latoya laura lauren laurie lea leah leila lena leticia lidia lila
lilian lillian lily linda lindsay lindsey lisa liz liza lois lola lorena loretta lori lorraine louisa louise lucia lucille lucinda lucy ludmila luisa lydia lyubov
lynda lynette mabel madeleine madeline madonna maggie maia malala mandy manuela mara marcia margaret margarita margot marguerite maria mariah mariam marian mariana
marianne marie mariela marietta marilyn marina marine marisa marjorie marlene marsha marta martha martina mary maryam matilda maureen maxine maya meg megan meghan
melania melanie melinda melissa mercedes meredith mia michaela michele michelle mildred mimi mindy mira miranda miriam moira molly mona monica monika monique muriel
myra myrtle nadia nadine nadezhda nadya nancy naomi natalia natalie natalya natasha nellie nicola nicole nigella nikki nina noemi nora noreen norma odette olga olivia
olympia oprah paige pamela patrice patricia patsy patti patty paula paulina pauline pearl peggy penelope penny petra phyllis pilar polina polly priscilla rachel
ramona rania raquel rashida rebecca regina renata renate renee rhonda rita roberta rochelle rosa rosalie rosalind rosalyn rosario rose rosemary rosie roxanne ruth sabina
sabine sabrina sadie sally salma samantha sandra sanna sarah sara saskia savannah selena serena shannon sharon sheila shelley sheryl shirley sigrid silvia simone
sofia sofya solange sonia sonja sophia sophie stacey stacy stella stephanie sue summer susan susana susanna susanne susie suzanne svetlana sviatlana sylvia sylvie tabitha
tamara tammy tania tanya tara tatiana tatyana teresa tess tessa thelma theresa therese tiffany tina toni tracey tricia trudy tulsi ulrike ursula valentina valeria valerie
vanessa vera verona veronica vicki vicky victoria viktoria viola violet virginia vivian viviane wanda wendy whitney whoopi wilhelmina wilma winifred xenia yasmin yekaterina
yelena yevgenia yoko yolanda yulia yvette yvonne zahra zara zelda zinaida zoe zsuzsanna debbie ronna reality arianna megyn dee kirsten kelli nikki jacinda theresa mette
kaja maia roza aung elvira valentyna iryna oksana oleksandra nabiullina
алла александра алина алиса алёна алена альбина анастасия ангела анжела анна антонина валентина валерия варвара вера вероника виктория галина дарья диана екатерина елена
елизавета жанна зинаида зоя инна ирина карина кира кристина ксения лариса лидия лилия лия любовь людмила маргарита марина мария майя надежда наталия наталья нина оксана
олеся ольга полина раиса рената роза светлана снежана софия софья тамара татьяна ульяна эвелина элина эльвира юлия яна хиллари камала урсула ангела терезa анналена`;

export type Gender = "male" | "female";

const table = new Map<string, Gender | null>();
for (const [gender, list] of [
  ["male", male],
  ["female", female],
] as const) {
  for (const name of list.split(/\s+/).filter(Boolean)) {
    const known = table.get(name);
    table.set(name, known === undefined || known === gender ? gender : null);
  }
}

/** The gender a first name is commonly given to; `null` for a name unknown here or given to both. */
export function genderOfFirstName(name: string): Gender | null {
  return table.get(name.toLowerCase().replace(/\.$/, "")) ?? null;
}

/** Whether a word is a first name known here. */
export function isFirstName(name: string): boolean {
  return table.has(name.toLowerCase().replace(/\.$/, ""));
}

/** The gender that a Russian family or father's name shows by its ending, in either script; `null` where it shows none. */
export function genderOfRussianSurname(name: string): Gender | null {
  const word = name.toLowerCase();
  if (/(?:[оеё]в|[иы]н|ск[ио]й|цк[ио]й|ович|евич)$/u.test(word)) return "male";
  if (/(?:[оеё]ва|[иы]на|ская|цкая|овна|евна)$/u.test(word)) return "female";
  if (/(?:ova|eva|skaya|tskaya|ovna|evna)$/.test(word)) return "female";
  if (/(?:ovich|evich|[^aeiou]sky|skiy)$/.test(word)) return "male";
  return null;
}
