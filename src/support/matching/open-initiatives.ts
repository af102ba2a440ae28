import type { GraphReader } from '../../graph/graph.js'
import type { KeptKnowledge } from '../../reference/reference.js'
import type { Initiative } from '../facts/actors.js'
import { firmsAsSmes } from '../facts/queries.js'
import { supportSystem } from '../facts/read-system.js'
import { knownByPlace, type Sme, smeOf, standingOfPlaces } from '../facts/sme.js'
import type { SupportSystem } from '../facts/system.js'
import { termsOf } from '../facts/terms.js'
import { judgeWay, limitsAsOffered } from '../facts/ways.js'

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

  /** For each of these firms that is there, the ids of the initiatives that let it in. */
  async toFirms(firms: readonly string[]): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
    if (firms.length === 0) return new Map()
    const rows = await this.graph.read(firmsAsSmes, { firms, asOf: this.asOf })
    return new Map(rows.map(({ firm, ...facts }) => [firm, this.to(smeOf(facts, this.system))]))
  }

  /** Ids of the initiatives that let in some firm of a place; of any place where it is not known. */
  inPlace(place: string | null): ReadonlySet<string> {
    return this.to(knownByPlace(standingOfPlaces(place === null ? [] : [place], this.system)))
  }

  private to(sme: Sme): ReadonlySet<string> {
    const active = [...this.system.initiatives.values()].filter(({ status }) => status === 'ACTIVE')
    return new Set(active.filter((initiative) => this.isOpen(initiative, sme)).map(({ id }) => id))
  }

  /** An initiative takes the limits of any actor that offers it where it names none of a kind. */
  private isOpen(initiative: Initiative, sme: Sme): boolean {
    const offering = this.system.actors.filter(({ offers }) => offers.includes(initiative))
    const ways = offering.length > 0 ? offering.map((actor) => limitsAsOffered(initiative, actor)) : [initiative.limits]
    const terms = termsOf(initiative.terms, initiative.reservations)
    return ways.some((limits) => judgeWay({ limits, terms }, sme) !== null)
  }
}
