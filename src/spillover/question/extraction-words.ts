import type { Mining } from '../../edition/assumption-kinds.js'
import type { Language } from '../../language/language.js'
import { allOf, figure, percent, type Sentence, sentence } from '../../language/wording.js'
import type { EmployedByGroup } from '../model/location-quotients.js'
import type { Industry } from '../model/table.js'

/** What a country or county is called. */
export interface AreaName {
  readonly id: string
  readonly nameSv: string
  readonly nameEn: string
}

/** Jobs that go: of what is taken out, and of others; null where jobs cannot be told. */
export interface JobsGone {
  readonly own: number
  readonly others: number
}

/** How industries of an area are told by the employment of their groups. */
export interface ToldByGroups {
  readonly employed: EmployedByGroup
  readonly mining: Mining
  /** Whether the employment tells mining apart from manufacturing. */
  readonly canTellMining: boolean
}

/** What goes with industries, of which area that is, and what their output there rests on. */
export interface SaidExtraction {
  readonly jobs: JobsGone | null
  /** The table's industries, and which of them are taken out, by position. */
  readonly industries: readonly Industry[]
  readonly extracted: readonly number[]
  readonly areas: readonly AreaName[]
  /** Null where the economy is the table's whole area. */
  readonly groups: ToldByGroups | null
}

/** What goes with industries, said: of the whole country, or of the region by its share of their groups' employed. */
export function extractionWords({ jobs, industries, extracted, areas, groups }: SaidExtraction): Sentence {
  return sentence((language) => {
    const area = allOf(
      language,
      areas.map((each) => each[`name${language}`]),
    )
    const gone = jobs === null ? [] : [said[language].gone(area, ...inWhole(language, jobs))]
    if (groups === null) return [...gone, said[language].ofNation(area)].join(' ')
    const ofGroups = extracted.map((position) => ofIndustry(language, industries, position, groups))
    return [...gone, said[language].ofRegion, ...ofGroups].join(' ')
  })
}

/** What goes with ventures, said. */
export const venturesWords = (jobs: JobsGone | null): Sentence =>
  sentence((language) =>
    [
      said[language].ofVentures,
      ...(jobs === null ? [] : [said[language].goneWithVentures(...inWhole(language, jobs))]),
    ].join(' '),
  )

const inWhole = (language: Language, { own, others }: JobsGone) =>
  [
    figure(language, Math.round(own + others)),
    figure(language, Math.round(own)),
    figure(language, Math.round(others)),
  ] as const

const LISTED = 5

/** What the output of an industry in the region rests on. */
function ofIndustry(
  language: Language,
  industries: readonly Industry[],
  position: number,
  { employed: { groups, groupOf, area, nation }, mining, canTellMining }: ToldByGroups,
): string {
  const words = said[language]
  const code = industries[position]?.code ?? ''
  const place = groupOf[position] ?? null
  const inNation = place === null ? 0 : (nation[place] ?? 0)
  if (place === null || inNation === 0) return words.inNone(code)
  const share = percent(language, (area[place] ?? 0) / inNation)
  const together = industries.filter((_, i) => groupOf[i] === place)
  const others = together.flatMap((each) => (each.code === code ? [] : [each.code]))
  const group = groups[place] ?? ''
  if (others.length === 0) return words.alone(code, share)
  const named = [...others.slice(0, LISTED), ...(others.length > LISTED ? [`… (${others.length})`] : [])].join(', ')
  const sections = together.map(({ section }) => section)
  const isOfBoth = sections.includes('B') && sections.includes('C')
  const apart = mining === 'MERGED' && canTellMining && isOfBoth ? [words.apart] : []
  return [words.withOthers(code, group, named, share), ...apart].join(' ')
}

const said = {
  Sv: {
    gone: (area: string, all: string, own: string, others: string) =>
      `I ${area} försvinner ${all} jobb: ${own} egna och ${others} hos andra.`,
    ofNation: (area: string) =>
      `Det gäller hela landet (${area}) och inte regionen: utan lokaliseringskvoter är ekonomin hela tabellens. Med lokaliseringskvoter (regionalisation) blir den regionens.`,
    ofRegion:
      'Produktionen i regionen är hela landets gånger den andel av branschgruppens sysselsatta som arbetar där.',
    inNone: (code: string) =>
      `${code} finns inte i någon grupp av sysselsättningen: regionens andel av alla sysselsatta får stå för den.`,
    alone: (code: string, share: string) => `Av dem som arbetar i ${code} finns ${share} där.`,
    withOthers: (code: string, group: string, others: string, share: string) =>
      `${code} räknas i gruppen ${group}, tillsammans med ${others}: ${share} av gruppens sysselsatta arbetar där, och andelen tas för den som ${code} har.`,
    apart: 'Är gruvorna vanligare där än tillverkningen blir det för lite: med mining APART räknas de för sig.',
    ofVentures: 'Allt som frågans satsningar sätter i gång, minus det som de sätter i gång utan det som tas bort.',
    goneWithVentures: (all: string, own: string, others: string) =>
      `Det är ${all} jobb: ${own} direkta och ${others} hos andra.`,
  },
  En: {
    gone: (area: string, all: string, own: string, others: string) =>
      `In ${area} ${all} jobs go: ${own} of its own and ${others} of others.`,
    ofNation: (area: string) =>
      `That is of the whole country (${area}) and not of the region: without location quotients the economy is all of the table's. With location quotients (regionalisation) it is the region's.`,
    ofRegion: "Output in the region is the country's times the share of its group's employed who work there.",
    inNone: (code: string) =>
      `${code} is in no group of the employment: the region's share of all employed stands for it.`,
    alone: (code: string, share: string) => `Of those who work in ${code} ${share} do so there.`,
    withOthers: (code: string, group: string, others: string, share: string) =>
      `${code} is counted in the group ${group}, together with ${others}: ${share} of the group's employed work there, and that share is taken for that of ${code}.`,
    apart: 'Where mining is more common there than manufacturing that is too little: mining APART counts it by itself.',
    ofVentures: 'All that the ventures of the question set off, less what they set off without what is taken out.',
    goneWithVentures: (all: string, own: string, others: string) =>
      `That is ${all} jobs: ${own} direct ones and ${others} of others.`,
  },
} as const
