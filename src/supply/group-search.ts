/** A firm that may be a member of a group. */
export interface Member {
  readonly id: string
  /** 0 where the number is not known. */
  readonly employees: number
  /** Which of the wanted things it covers, by their places in the order asked. */
  readonly covers: ReadonlySet<number>
}

export interface GroupsWanted {
  /** How many things a group covers together: all of 0 … things − 1. */
  readonly things: number
  readonly minEmployees: number
  readonly maxMembers: number
  /** How many partial groups are looked at before the search gives up. */
  readonly maxSteps: number
}

export interface FoundGroups<Of extends Member> {
  readonly groups: readonly (readonly Of[])[]
  /** Whether every group was looked at. */
  readonly complete: boolean
}

/**
 * All groups that cover what is wanted and have employees enough, and in which no member can be left out. Small groups are
 * looked for first, and members in the order given, so that what is found before the search gives up is the few and the best.
 * Each step covers the first thing that is still uncovered, and once all is covered adds members with employees.
 */
export function minimalGroups<Of extends Member>(members: readonly Of[], wanted: GroupsWanted): FoundGroups<Of> {
  const search = new GroupSearch(members, wanted)
  for (let size = 1; size <= wanted.maxMembers; size += 1) search.groupsOf(size)
  return { groups: search.found, complete: !search.gaveUp }
}

class GroupSearch<Of extends Member> {
  readonly found: Of[][] = []
  gaveUp = false
  private steps = 0
  private readonly seen = new Set<string>()
  private readonly largest: number

  constructor(
    private readonly members: readonly Of[],
    private readonly wanted: GroupsWanted,
  ) {
    this.largest = Math.max(0, ...members.map(({ employees }) => employees))
  }

  groupsOf(size: number): void {
    this.extend([], size, 0)
  }

  /** @param from where to go on among the members once all is covered: they are added in order. */
  private extend(group: readonly Of[], size: number, from: number): void {
    if (this.gaveUp) return
    this.steps += 1
    if (this.steps > this.wanted.maxSteps) {
      this.gaveUp = true
      return
    }
    const uncovered = this.firstUncovered(group)
    const lacking = this.wanted.minEmployees - employeesOf(group)
    if (uncovered === null && lacking <= 0) {
      if (group.length === size) this.keep(group)
      return
    }
    if (lacking > (size - group.length) * this.largest || group.length === size) return
    for (const [index, member] of this.members.entries()) {
      if (group.includes(member)) continue
      if (uncovered !== null && member.covers.has(uncovered)) this.extend([...group, member], size, 0)
      if (uncovered === null && member.employees > 0 && index >= from) this.extend([...group, member], size, index + 1)
    }
  }

  private firstUncovered(group: readonly Of[]): number | null {
    for (let thing = 0; thing < this.wanted.things; thing += 1) {
      if (!group.some(({ covers }) => covers.has(thing))) return thing
    }
    return null
  }

  private keep(group: readonly Of[]): void {
    const key = idsOf(group).join(' ')
    if (this.seen.has(key)) return
    this.seen.add(key)
    if (group.every((member) => !this.isEnough(group.filter((other) => other !== member)))) this.found.push([...group])
  }

  private isEnough(group: readonly Of[]): boolean {
    return this.firstUncovered(group) === null && employeesOf(group) >= this.wanted.minEmployees
  }
}

/** All employees of a group. */
export function employeesOf(group: readonly Member[]): number {
  return group.reduce((sum, { employees }) => sum + employees, 0)
}

/** The ids of a group's members in order, which tell it from others. */
export function idsOf(group: readonly Member[]): string[] {
  return group.map(({ id }) => id).toSorted()
}
