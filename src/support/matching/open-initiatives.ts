import type { GraphReader } from '../../graph/graph.js'
import type { KeptKnowledge } from '../../reference/reference.js'
import type { Initiative } from '../facts/actors.js'
import { firmsAsSmes } from '../facts/queries.js'
import { supportSystem } from '../facts/read-system.js'
import { knownByPlace, type Sme, smeOf, standingOfPlaces } from '../facts/sme.js'
import type { SupportSystem } from '../facts/system.js'
import { termsOf } from '../facts/terms.js'
import { judgeWay, limitsAsOffered, type Way } from '../facts/ways.js'

/** Which initiatives in force on a day let whom in, as far as is known. */
export class OpenInitiatives {
  private constructor(
    private readonly graph: GraphReader,
    private readonly system: SupportSystem,
    private readonly asOf: string,
  ) {}

  static async on({ graph, reference }: KeptKnowledge, asOf: string): Promise<OpenInitiatives> {
    return new OpenInitiatives(graph, await reference.of(supportSystem, asOf), asOf)
  }

  /** For each of these firms that is there, the ids of those of some initiatives that let it in. */
  async toFirms(
    firms: readonly string[],
    initiatives: Iterable<string>,
  ): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
    const doors = this.doorsOf([...initiatives].flatMap((id) => this.system.initiatives.get(id) ?? []))
    if (firms.length === 0 || doors.length === 0) return new Map()
    const rows = await this.graph.read(firmsAsSmes, { firms, asOf: this.asOf })
    return new Map(rows.map(({ firm, ...facts }) => [firm, openTo(doors, smeOf(facts, this.system))]))
  }

  /** Ids of the initiatives that let in some firm of a place; of any place where it is not known. */
  inPlace(place: string | null): ReadonlySet<string> {
    const doors = this.doorsOf([...this.system.initiatives.values()])
    return openTo(doors, knownByPlace(standingOfPlaces(place === null ? [] : [place], this.system)))
  }

  /** An initiative takes the limits of any actor that offers it where it names none of a kind. */
  private doorsOf(initiatives: readonly Initiative[]): Door[] {
    return initiatives
      .filter(({ status }) => status === 'ACTIVE')
      .map((initiative) => {
        const offering = this.system.actors.filter(({ offers }) => offers.includes(initiative))
        const limits = offering.map((actor) => limitsAsOffered(initiative, actor))
        const terms = termsOf(initiative.terms, initiative.reservations)
        const ways = limits.length > 0 ? limits : [initiative.limits]
        return { id: initiative.id, ways: ways.map((each) => ({ limits: each, terms })) }
      })
  }
}

/** An initiative in force with all that it asks, by each way to it. */
interface Door {
  readonly id: string
  readonly ways: readonly Pick<Way, 'limits' | 'terms'>[]
}

const openTo = (doors: readonly Door[], sme: Sme): ReadonlySet<string> =>
  new Set(doors.filter(({ ways }) => ways.some((way) => judgeWay(way, sme) !== null)).map(({ id }) => id))
