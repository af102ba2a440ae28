import type { GraphElements, GraphRelationship, Properties } from '../../src/graph/elements.js'

/** What networks say of nodes and edges, read off the elements one by one. */
export class FactsModel {
  constructor(private readonly elements: GraphElements) {}

  node(id: string, asOf: string) {
    const { label, properties: own } = this.found(id)
    const [main] = this.elements.relationships
      .filter(({ type, from, to }) => type === 'LOCATED_IN' && from === id && to.startsWith('municipality:'))
      .filter(
        ({ properties }) => String(properties.validFrom ?? asOf) <= asOf && String(properties.validTo ?? asOf) >= asOf,
      )
      .toSorted(
        (one, other) =>
          Number(one.properties.rank ?? 1) - Number(other.properties.rank ?? 1) || (one.to < other.to ? -1 : 1),
      )
    const place: Properties = own.latitude === undefined && main ? this.found(main.to).properties : own
    return {
      id,
      organisationNumber: own.organisationNumber ?? null,
      sizeClass: label === 'Firm' ? (own.sizeClass ?? 'UNKNOWN') : null,
      employees: own.employees ?? null,
      turnover: own.turnover ?? null,
      jobs: own.totalJobs ?? null,
      population: own.population ?? null,
      municipality: main?.to ?? null,
      latitude: place.latitude ?? null,
      longitude: place.longitude ?? null,
      synthetic: own.synthetic ?? null,
    }
  }

  edge(id: string) {
    const found = this.elements.relationships.find((each) => idOf(each) === id)
    if (!found) throw new Error(`the model has no ${id}`)
    const { properties: own, provenance } = found
    const spilt = own.indirect === undefined && own.induced === undefined ? null : sumOf([own.indirect, own.induced])
    const listed = own.jobs ?? own.directJobs
    return {
      id,
      phase: own.phase ?? null,
      supplyStatus: own.supplyStatus ?? null,
      what: own.whatSv ?? own.whatEn ?? null,
      value: own.value ?? null,
      currency: own.value === undefined ? null : (own.currency ?? 'SEK'),
      valueText: own.valueText ?? null,
      datesText: own.datesText ?? null,
      status: own.status ?? null,
      saidBy: own.saidBy ?? null,
      rank: own.rank ?? null,
      since: own.validFrom ?? own.since ?? null,
      until: own.validTo ?? own.until ?? null,
      jobs: spilt ?? (Array.isArray(listed) ? sumOf(listed) : null),
      indirect: own.indirect ?? null,
      induced: own.induced ?? null,
      year: own.year ?? null,
      county: own.county ?? null,
      run: own.run ?? null,
      table: own.table ?? null,
      flow: own.flow ?? null,
      coefficient: own.coefficient ?? null,
      output: own.output ?? null,
      employed: own.employed ?? null,
      employees: own.employees ?? null,
      turnover: own.turnover ?? null,
      sizeClass: own.sizeClass ?? null,
      asOf: own.asOf ?? null,
      statedIn: provenance.source,
      locator: provenance.locator,
    }
  }

  private found(id: string) {
    const found = this.elements.nodes.find((node) => node.id === id)
    if (!found) throw new Error(`the model has no ${id}`)
    return found
  }
}

const idOf = ({ type, from, to, key }: GraphRelationship): string =>
  [type, from, to, ...(key === '' ? [] : [key])].join('|')

const sumOf = (numbers: readonly unknown[]): number => numbers.reduce<number>((sum, each) => sum + Number(each ?? 0), 0)
