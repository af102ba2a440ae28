import type { Named } from '../language/wording.js'
import { counted, figure, quoted, type Sentence, sentence } from '../language/wording.js'
import { employeesOf, type GroupsWanted, type Member, minimalGroups } from './group-search.js'

/** What stands in the way of every group. The category stands as its id. */
export interface FailedBound extends Sentence {
  readonly bound: 'CATEGORY' | 'DISTANCE' | 'EMPLOYEES' | 'MEMBERS'
  readonly category: string | null
  readonly value: number | null
}

/** A wanted category that no SME covers near enough. */
export interface UncoveredCategory {
  readonly category: string
  readonly named: Named
  /** How many SMEs could supply it at any distance. */
  readonly firms: number
  /** Of the nearest of them; null where no distance is known. */
  readonly nearestKm: number | null
}

/** A category that nobody covers, or nobody so near. */
export function uncovered(
  { category, named, firms, nearestKm }: UncoveredCategory,
  withinKm: number | null,
): FailedBound {
  const isFar = firms > 0 && withinKm !== null
  const text = sentence((language) => {
    const name = quoted(language, named)
    const [within, nearest] = [withinKm, nearestKm].map((km) => figure(language, Math.round(km ?? 0)))
    if (language === 'Sv') {
      if (!isFar) return `Inget litet eller medelstort företag är känt som kan leverera ${name}.`
      const far =
        nearestKm === null ? 'för dem som finns är avståndet inte känt' : `det närmaste ligger ${nearest} km bort`
      return `Inget litet eller medelstort företag inom ${within} km kan leverera ${name}: ${far}.`
    }
    if (!isFar) return `No small or medium-sized firm is known that could supply ${name}.`
    const far = nearestKm === null ? 'of those there are no distance is known' : `the nearest lies ${nearest} km away`
    return `No small or medium-sized firm within ${within} km could supply ${name}: ${far}.`
  })
  return { bound: isFar ? 'DISTANCE' : 'CATEGORY', category, value: isFar ? nearestKm : null, ...text }
}

/** The most members that a group may be asked to have. */
const MOST_MEMBERS = 6

/**
 * Which numbers stand in the way where every category is covered and no group is enough. Every group that is enough holds a
 * smallest one that covers all, so that the most employees are those of such a group with the largest of the others.
 */
export function failedNumbers(members: readonly Member[], wanted: GroupsWanted): FailedBound[] {
  const covering = minimalGroups(members, { ...wanted, minEmployees: 0 })
  const largest = members.toSorted((left, right) => right.employees - left.employees)
  const totals = covering.groups.map((group) => {
    const others = largest.filter((member) => !group.includes(member))
    return employeesOf(group) + employeesOf(others.slice(0, wanted.maxMembers - group.length))
  })
  const most = totals.length > 0 ? Math.max(...totals) : null
  const failed = most === null || most >= wanted.minEmployees ? [] : [tooFew(most, wanted)]
  const enough = wanted.maxMembers < MOST_MEMBERS ? fewestEnough(members, wanted) : null
  const isMembers = enough !== null || most === null
  return isMembers ? [...failed, tooMany(enough, wanted.maxMembers)] : failed
}

/** The fewest members that are enough, up to the most that can be asked for; null where that is not found. */
function fewestEnough(members: readonly Member[], wanted: GroupsWanted): number | null {
  for (let maxMembers = wanted.maxMembers + 1; maxMembers <= MOST_MEMBERS; maxMembers += 1) {
    if (minimalGroups(members, { ...wanted, maxMembers }).groups.length > 0) return maxMembers
  }
  return null
}

function tooFew(most: number, { minEmployees, maxMembers }: GroupsWanted): FailedBound {
  const text = sentence((language) => {
    const [highest, asked] = [most, minEmployees].map((each) => figure(language, each))
    return language === 'Sv'
      ? `För få anställda tillsammans: högst ${highest} i en grupp om ${maxMembers} ${counted(language, maxMembers, 'företag', 'företag')}, ${asked} krävs.`
      : `Too few employees together: at most ${highest} in a group of ${maxMembers} ${counted(language, maxMembers, 'firm', 'firms')}, ${asked} are asked for.`
  })
  return { bound: 'EMPLOYEES', category: null, value: most, ...text }
}

function tooMany(fewest: number | null, maxMembers: number): FailedBound {
  const text = sentence((language) => {
    if (language === 'Sv') {
      const enough = fewest === null ? 'också sex är för få' : `det räcker med ${fewest}`
      return `Fler än ${maxMembers} företag behövs: ${enough}.`
    }
    const enough = fewest === null ? 'six are too few as well' : `${fewest} are enough`
    return `More than ${maxMembers} ${counted(language, maxMembers, 'firm is', 'firms are')} needed: ${enough}.`
  })
  return { bound: 'MEMBERS', category: null, value: fewest, ...text }
}
