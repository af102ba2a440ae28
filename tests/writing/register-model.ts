/** What a source says of a field: a value, or that there is none (null). */
export type Said = string | number | readonly string[] | null

/** A page that statements come from; the days for which pages speak put them in order. */
export interface Page {
  readonly name: string
  readonly asOf: string
}

/** What one page says of an entity, field by field, and when it last said each. */
interface Statement {
  readonly asOf: string
  readonly turns: Map<string, number>
  readonly fields: Map<string, Said>
}

const nothingSaid = (asOf: string): Statement => ({ asOf, turns: new Map(), fields: new Map() })

/** What one page says of a relationship. */
export interface TieSaid {
  readonly turn: number
  readonly strength: string | null
  /** The last day; null where it says that there is none, undefined where it says nothing. */
  readonly until: string | null | undefined
}

export type ThingKind = 'ACTOR' | 'INITIATIVE' | 'FIRM'

interface Thing {
  readonly id: string
  readonly kind: ThingKind
  revision: number
  life: 'THERE' | 'MERGED' | 'OUT'
  /** What it was merged into. */
  into: string | null
  /** By page. */
  readonly says: Map<string, Statement>
  /** The name that a list gave last, which stays where nobody else gives one. */
  lastName: Said
}

export interface ModelTie {
  readonly type: string
  readonly from: string
  readonly to: string
}

/** What a change did to one field of what one page says, or to a relationship or life as a whole. */
interface Touch {
  readonly at: string
  readonly page: string
  readonly field: string
  readonly before: Said | undefined
  readonly after: Said | undefined
  /** When what was said before was said. */
  readonly was?: number | undefined
  readonly tie?: { readonly before: TieSaid | undefined; readonly after: TieSaid | undefined }
}

export interface ModelChange {
  readonly id: string
  readonly operation: string
  readonly entity: string
  readonly touches: readonly Touch[]
  readonly merge?: { readonly from: string; readonly into: string }
  /** The change that it takes back. */
  readonly undoes?: string
}

/** What is written of one entity by one page. */
export interface Writing {
  readonly page: Page
  readonly fields: Readonly<Record<string, Said>>
  readonly add?: readonly (ModelTie & { readonly strength?: string })[]
  readonly end?: readonly (ModelTie & { readonly until: string })[]
}

export const tieId = ({ type, from, to }: ModelTie): string => `${type} ${from} ${to}`

/** The register as arrays and loops: who said what, in the order in which it was said. */
export class RegisterModel {
  readonly things = new Map<string, Thing>()
  readonly ties = new Map<string, ModelTie & { readonly says: Map<string, TieSaid> }>()
  readonly changes: ModelChange[] = []
  /** For which day each page speaks. */
  private readonly days = new Map<string, string>()
  private turn = 0

  /** The entity that answers for an id today. */
  now(id: string): string {
    const thing = this.things.get(id)
    return thing?.life === 'MERGED' && thing.into !== null ? this.now(thing.into) : id
  }

  there(kind: ThingKind): string[] {
    return [...this.things.values()].filter((each) => each.kind === kind && each.life === 'THERE').map(({ id }) => id)
  }

  thing(id: string): Thing {
    const thing = this.things.get(id)
    if (!thing) throw new Error(`the model knows no ${id}`)
    return thing
  }

  create(id: string, kind: ThingKind, change: string, writing: Writing): void {
    this.things.set(id, { id, kind, revision: 0, life: 'THERE', into: null, says: new Map(), lastName: null })
    const life: Touch = { at: id, page: '', field: 'life', before: undefined, after: 'THERE' }
    this.record(change, 'CREATE', id, [life, ...this.write(id, writing)])
  }

  /** A firm that a list will name. */
  expect(id: string): void {
    this.things.set(id, { id, kind: 'FIRM', revision: 0, life: 'OUT', into: null, says: new Map(), lastName: null })
  }

  /** Whether a firm has a number: of its own, or of one that was merged into it. */
  isNumbered(id: string): boolean {
    return [...this.things.keys()].some((each) => /^firm:\d{10}$/.test(each) && this.now(each) === id)
  }

  update(id: string, change: string, operation: string, writing: Writing): void {
    this.record(change, operation, id, this.write(id, writing))
  }

  private record(id: string, operation: string, entity: string, touches: readonly Touch[]): void {
    this.thing(entity).revision += 1
    this.changes.push({ id, operation, entity, touches })
  }

  private write(id: string, { page, fields, add = [], end = [] }: Writing): Touch[] {
    this.turn += 1
    this.days.set(page.name, page.asOf)
    const touches: Touch[] = []
    const { says } = this.thing(id)
    for (const [field, value] of Object.entries(fields)) {
      const statement = says.get(page.name) ?? nothingSaid(page.asOf)
      says.set(page.name, statement)
      touches.push(touchOf(id, page.name, field, statement, value))
      statement.fields.set(field, value)
      statement.turns.set(field, this.turn)
    }
    for (const { strength = null, ...tie } of add) {
      const before = this.tieSaid(tie, page.name)
      const isEnded = typeof this.shownTie(tieId(tie))?.until === 'string'
      const until = isEnded ? null : undefined
      touches.push(this.sayOfTie(tie, page.name, before, { turn: this.turn, strength, until }))
    }
    for (const { until, ...tie } of end) {
      const before = this.tieSaid(tie, page.name)
      touches.push(
        this.sayOfTie(tie, page.name, before, { turn: this.turn, strength: before?.strength ?? null, until }),
      )
    }
    return touches
  }

  private tieSaid(tie: ModelTie, page: string): TieSaid | undefined {
    return this.ties.get(tieId(tie))?.says.get(page)
  }

  private sayOfTie(
    { type, from, to }: ModelTie,
    page: string,
    before: TieSaid | undefined,
    after: TieSaid | undefined,
  ): Touch {
    const name = tieId({ type, from, to })
    const tie = this.ties.get(name) ?? { type, from, to, says: new Map<string, TieSaid>() }
    this.ties.set(name, tie)
    if (after) tie.says.set(page, after)
    else tie.says.delete(page)
    if (tie.says.size === 0) this.ties.delete(name)
    return { at: name, page, field: '', before: undefined, after: undefined, tie: { before, after } }
  }

  /** Takes a list's rows, by what it says of each: all that the list says, whatever it said before. */
  list(page: Page, rows: ReadonlyMap<string, Readonly<Record<string, Said>>>, change: string): void {
    this.turn += 1
    this.days.set(page.name, page.asOf)
    const touches: Touch[] = []
    const listed = [...this.things.values()].filter(({ says }) => says.has(page.name)).map(({ id }) => id)
    for (const id of new Set([...listed, ...rows.keys()])) {
      const { says } = this.thing(id)
      const before = says.get(page.name)?.fields ?? new Map<string, Said>()
      const after = new Map(Object.entries(rows.get(id) ?? {}))
      const names = [...new Set([...before.keys(), ...after.keys()])].filter(
        (name) => before.get(name) !== after.get(name),
      )
      if (names.length === 0) continue
      const thing = this.thing(id)
      touches.push(...this.lifeByList(thing, after.size > 0))
      touches.push(
        ...names.map((field) => ({
          at: id,
          page: page.name,
          field,
          before: before.get(field),
          after: after.get(field),
        })),
      )
      thing.lastName = after.size > 0 ? null : (before.get('name') ?? null)
      says.delete(page.name)
      if (after.size > 0) says.set(page.name, { ...nothingSaid(page.asOf), fields: after })
      for (const name of after.keys()) says.get(page.name)?.turns.set(name, this.turn)
      if (says.size === 0) thing.life = 'OUT'
      thing.revision += 1
    }
    if (touches.length > 0) this.changes.push({ id: change, operation: 'IMPORT', entity: '', touches })
  }

  /** A firm that nobody spoke of any more is there again once a list does; one that only the list spoke of goes with it. */
  private lifeByList(thing: Thing, isListed: boolean): Touch[] {
    const life = (before: string, after: string): Touch => ({ at: thing.id, page: '', field: 'life', before, after })
    if (isListed && thing.life === 'OUT') {
      thing.life = 'THERE'
      return [life('OUT', 'THERE')]
    }
    return !isListed && thing.says.size === 1 ? [life('THERE', 'OUT')] : []
  }

  /** Makes one thing the other: of what one page says of both, what it said last. */
  merge(from: string, into: string, id: string): void {
    this.turn += 1
    const touches: Touch[] = []
    const target = this.thing(into)
    for (const [page, { asOf, turns, fields }] of [...this.thing(from).says]) {
      const there = target.says.get(page) ?? nothingSaid(asOf)
      for (const [field, value] of fields) {
        touches.push({ at: from, page, field, before: value, after: undefined, was: turns.get(field) })
        // It becomes one of the other names.
        if (field === 'name' && target.kind !== 'FIRM') continue
        const before = there.fields.get(field)
        const isNewer = (turns.get(field) ?? 0) > (there.turns.get(field) ?? 0)
        const after = before === undefined || isNewer ? value : before
        touches.push(touchOf(into, page, field, there, after))
        if (isNewer) there.turns.set(field, turns.get(field) ?? 0)
        there.fields.set(field, after)
      }
      target.says.set(page, there)
      this.thing(from).says.delete(page)
    }
    for (const tie of [...this.ties.values()]) {
      if (tie.from !== from && tie.to !== from) continue
      const moved = { type: tie.type, from: tie.from === from ? into : tie.from, to: tie.to === from ? into : tie.to }
      for (const [page, said] of [...tie.says]) {
        touches.push(this.sayOfTie(tie, page, said, undefined))
        if (moved.from === moved.to) continue
        const there = this.tieSaid(moved, page)
        const after = there && there.turn > said.turn ? there : said
        touches.push(this.sayOfTie(moved, page, there, after))
      }
    }
    touches.push({ at: from, page: '', field: 'life', before: 'THERE', after: 'MERGED' })
    const thing = this.thing(from)
    thing.life = 'MERGED'
    thing.into = into
    target.revision = Math.max(thing.revision, target.revision) + 1
    thing.revision += 1
    this.changes.push({ id, operation: 'MERGE', entity: into, touches, merge: { from, into } })
  }

  /**
   * Changes that stand in the way of taking one back, by id: those that were not taken back themselves and made another
   * value of the same, or made, took out or spoke of what it made or took out.
   */
  inTheWay(change: ModelChange): string[] {
    const index = this.changes.indexOf(change)
    const own = placesOf(change)
    const lives = livesOf(change)
    const named = new Set([change.entity, ...change.touches.flatMap(({ at }) => at.split(' '))])
    return left(this.changes.slice(index + 1))
      .filter(
        (later) =>
          [...placesSaid(later)].some((place) => own.has(place)) ||
          [...livesOf(later)].some((id) => named.has(id)) ||
          [later.entity, ...later.touches.flatMap(({ at }) => at.split(' '))].some((id) => lives.has(id)),
      )
      .map(({ id }) => id)
  }

  /** Whether a change was taken back, and that not taken back. */
  isUndone(change: ModelChange): boolean {
    const { id } = change
    if (placesOf(change).size === 0) return false
    return this.changes.some((each) => each.undoes === id && !this.isUndone(each))
  }

  /** Takes a change back. */
  undo(change: ModelChange, id: string): void {
    this.turn += 1
    const entities = new Set<string>([change.entity])
    const touches = change.touches.toReversed().map((touch): Touch => {
      const { at, page, field, before, after, was, tie } = touch
      if (tie) {
        const [type = '', from = '', to = ''] = at.split(' ')
        return this.sayOfTie({ type, from, to }, page, tie.after, tie.before)
      }
      // What a change did not make another is nothing to take back.
      if (field !== 'life' && JSON.stringify(before) === JSON.stringify(after)) return touch
      const thing = this.thing(at)
      if (field === 'life') {
        thing.life = before === undefined ? 'OUT' : 'THERE'
        if (before !== undefined) thing.into = null
        entities.add(at)
      } else {
        const now = thing.says.get(page)?.turns.get(field)
        this.set(thing, page, field, before, was)
        return { at, page, field, before: after, after: before, was: now }
      }
      return { at, page, field, before: after, after: before }
    })
    for (const entity of entities) this.thing(entity).revision += 1
    const { merge } = change
    this.changes.push({
      id,
      operation: 'UNDO',
      entity: change.entity,
      touches,
      undoes: change.id,
      ...(merge ? { merge } : {}),
    })
  }

  private set({ says }: Thing, page: string, field: string, value: Said | undefined, turn: number | undefined): void {
    const statement = says.get(page)
    if (value !== undefined) {
      const said = statement ?? nothingSaid(this.days.get(page) ?? '')
      says.set(page, said)
      said.fields.set(field, value)
      said.turns.set(field, turn ?? this.turn)
      return
    }
    statement?.fields.delete(field)
    if (statement?.fields.size === 0) says.delete(page)
  }

  /** What is shown of a field: what the page says that speaks of the newest day. */
  shown(id: string, field: string): Said {
    const stating = [...this.thing(id).says.values()].filter(({ fields }) => fields.has(field))
    const [newest] = stating.toSorted((left, right) => (left.asOf < right.asOf ? 1 : -1))
    const said = newest?.fields.get(field) ?? null
    return field === 'name' ? (said ?? this.thing(id).lastName) : said
  }

  /** What is shown of a relationship, by who said each part last; undefined where nobody says that it is there. */
  shownTie(name: string): { readonly strength: string | null; readonly until: string | null } | undefined {
    const says = [...(this.ties.get(name)?.says.values() ?? [])].toSorted((left, right) => right.turn - left.turn)
    if (says.length === 0) return undefined
    return {
      strength: says.find(({ strength }) => strength !== null)?.strength ?? null,
      until: says.find(({ until }) => until !== undefined)?.until ?? null,
    }
  }
}

const touchOf = (at: string, page: string, field: string, said: Statement, after: Said | undefined): Touch => ({
  ...{ at, page, field, before: said.fields.get(field), after, was: said.turns.get(field) },
})

/** Values of relationships and entities of which a change made others; a relationship that it made or took away is all its values. */
function placesOf({ touches }: ModelChange): Set<string> {
  return new Set(
    touches.flatMap(({ at, field, before, after, tie }) => {
      if (!tie) return JSON.stringify(before) === JSON.stringify(after) ? [] : [`${at} ${field}`]
      const parts = ['strength', 'until'] as const
      if (tie.before === undefined || tie.after === undefined) return [...parts, 'said'].map((part) => `${at} ${part}`)
      return parts.filter((part) => tie.before?.[part] !== tie.after?.[part]).map((part) => `${at} ${part}`)
    }),
  )
}

/** The same, with relationships that a change said once more: what made them cannot be taken back before it. */
const placesSaid = (change: ModelChange): Set<string> =>
  new Set([...placesOf(change), ...change.touches.flatMap(({ at, tie }) => (tie ? [`${at} said`] : []))])

/** Changes that were not taken back, and did not take back one of these. */
function left(changes: readonly ModelChange[]): ModelChange[] {
  const there = new Set(changes.map(({ id }) => id))
  const undone = new Set<string>()
  const kept = changes.toReversed().filter(({ id, undoes }) => {
    if (undone.has(id)) return false
    const isOfThese = undoes !== undefined && there.has(undoes)
    if (isOfThese) undone.add(undoes)
    return !isOfThese
  })
  return kept.toReversed()
}

/** What a change made, took out or brought back. */
const livesOf = ({ touches }: ModelChange): Set<string> =>
  new Set(touches.flatMap(({ at, field }) => (field === 'life' ? [at] : [])))
