import { bilingual } from './language.js'

/** So many combinations, and the jobs behind them, as numbers are written. */
export interface SoMany {
  readonly cells: string
  readonly jobs: string
}

/** How many combinations lack support before and after a change, as numbers are written. */
export interface BeforeAndAfter {
  readonly after: string
  readonly before: string
  readonly cells: string
  readonly jobsAfter: string
  readonly jobsBefore: string
}

const one = '1'
const combinations = (count: string) => `${count} ${count === one ? 'kombination' : 'kombinationer'}`
const combinationsEn = (count: string) => `${count} ${count === one ? 'combination' : 'combinations'}`

export const coverageChangeTexts = bilingual(
  {
    whatIf: 'Pröva en ny insats eller aktör',
    tries: 'Prövas:',
    change: 'Ändra',
    fold: 'Dölj formuläret',
    reset: 'Återställ',
    proposed: 'Föreslagna insatser som genomförs',
    newActor: 'En ny aktör',
    newActorOf: (number: string) => `Ny aktör ${number}`,
    another: 'Pröva en aktör till',
    actorName: 'Namn',
    actorServes: 'Verkar i (ett eller flera län, en eller flera kommuner)',
    actorMeets: 'Hjälper med',
    actorHelp: 'Typ av hjälp',
    noHelp: 'inget bestämt erbjudande',
    actorProvides: 'Eller kan området utan bestämt erbjudande',
    remove: 'Ta bort en aktör eller insats som finns',
    keep: 'Behåll',
    needsBoth: 'En ny aktör behöver namn, plats och minst ett behov eller stödområde.',
    actorAt: (name: string, places: string) => `${name} i ${places}`,
    places: (count: string) => `${count} kommuner och län`,
    without: (names: string) => `utan ${names}`,
    filled: ({ cells, jobs }: SoMany) => `${cells} ${cells === one ? 'lucka' : 'luckor'} fylls, ${jobs} jobb får stöd`,
    noneMoved: 'ingenting ändras',
    lost: ({ cells, jobs }: SoMany) =>
      `${cells} ${cells === one ? 'lucka' : 'luckor'} öppnas, ${jobs} jobb förlorar stöd`,
    opened: ({ cells, jobs }: SoMany) => `i ${combinations(cells)} blir stödet öppet för alla företag, ${jobs} jobb`,
    narrowed: ({ cells, jobs }: SoMany) => `i ${combinations(cells)} finns bara stöd med villkor kvar, ${jobs} jobb`,
    nearer: ({ cells }: SoMany) => `i ${combinations(cells)} kommer stödet närmare`,
    further: ({ cells }: SoMany) => `i ${combinations(cells)} kommer stödet längre bortifrån`,
    after: ({ after, before, cells, jobsAfter, jobsBefore }: BeforeAndAfter) =>
      `Efter ändringen saknas stöd i ${after} av ${cells} kombinationer av kommun och behov (${before} i dag); ${jobsAfter} jobb berörs (${jobsBefore} i dag).`,
    changed: (count: string) => `${count} ${count === one ? 'ruta' : 'rutor'} ändras`,
    unchanged: 'Ingen ruta ändras. Den som läggs till behöver nå kommunen och hjälpa med behovet.',
    move: (place: string, need: string, from: string, to: string) => `${place}, ${need}: ${from} → ${to}`,
    changedSign: 'Ändras av det som prövas',
  },
  {
    whatIf: 'Try a new initiative or actor',
    tries: 'Tried:',
    change: 'Change',
    fold: 'Fold the form',
    reset: 'Reset',
    proposed: 'Proposed initiatives that come about',
    newActor: 'A new actor',
    newActorOf: (number: string) => `New actor ${number}`,
    another: 'Try one more actor',
    actorName: 'Name',
    actorServes: 'Works in (one or more counties, one or more municipalities)',
    actorMeets: 'Helps with',
    actorHelp: 'Kind of help',
    noHelp: 'no particular offer',
    actorProvides: 'Or knows the area without a particular offer',
    remove: 'Take away an actor or initiative that there is',
    keep: 'Keep',
    needsBoth: 'A new actor needs a name, a place and at least one need or support area.',
    actorAt: (name: string, places: string) => `${name} in ${places}`,
    places: (count: string) => `${count} municipalities and counties`,
    without: (names: string) => `without ${names}`,
    filled: ({ cells, jobs }: SoMany) =>
      `${cells} ${cells === one ? 'gap is' : 'gaps are'} filled, ${jobs} jobs get support`,
    noneMoved: 'nothing changes',
    lost: ({ cells, jobs }: SoMany) =>
      `${cells} ${cells === one ? 'gap opens' : 'gaps open'}, ${jobs} jobs lose support`,
    opened: ({ cells, jobs }: SoMany) => `in ${combinationsEn(cells)} support becomes open to every firm, ${jobs} jobs`,
    narrowed: ({ cells, jobs }: SoMany) =>
      `in ${combinationsEn(cells)} only support with conditions is left, ${jobs} jobs`,
    nearer: ({ cells }: SoMany) => `in ${combinationsEn(cells)} support comes from nearer`,
    further: ({ cells }: SoMany) => `in ${combinationsEn(cells)} support comes from further off`,
    after: ({ after, before, cells, jobsAfter, jobsBefore }: BeforeAndAfter) =>
      `After the change support is missing in ${after} of ${cells} combinations of municipality and need (${before} today); ${jobsAfter} jobs are affected (${jobsBefore} today).`,
    changed: (count: string) => `${count} ${count === one ? 'cell changes' : 'cells change'}`,
    unchanged: 'No cell changes. What is added has to reach the municipality and help with the need.',
    move: (place: string, need: string, from: string, to: string) => `${place}, ${need}: ${from} → ${to}`,
    changedSign: 'Changed by what is tried',
  },
)
