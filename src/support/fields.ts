import {
  type Catalog,
  connection,
  edgeKey,
  embedded,
  type FieldContext,
  leaf,
  list,
  nodeKey,
  property,
} from '../graph/compose/fields.js'
import { holdsOn } from '../graph/relationship-days.js'
import { wantedFirst } from '../language/language.js'
import { describedFields, relationshipFields } from '../provenance/fields.js'
import { identityFields } from '../provenance/other-names.js'
import { confirmedSince, initiativeStatusOn } from './facts/initiative-status.js'

/** The status of an initiative on the day that a field asks about. */
function statusOf(initiative: string, { asOf, bind }: FieldContext): string {
  return initiativeStatusOn(initiative, bind(asOf), bind(confirmedSince(asOf)))
}

const heldFields = {
  ...relationshipFields,
  validFrom: property('validFrom'),
  validTo: property('validTo'),
} satisfies Catalog[string]

export const supportFields: Catalog = {
  SupportActor: {
    ...describedFields,
    ...identityFields,
    kind: property('kind'),
    url: leaf((actor) => `'https://' + ${actor}.address`),
    serves: connection(({ parent, node, edge }, { asOf, bind }) => ({
      match: `MATCH (${parent}:SupportActor)-[${edge}:SERVES]->(${node}:Place)`,
      where: [holdsOn(edge, bind(asOf))],
    })),
    servesSectors: connection(({ parent, node, edge }, { asOf, bind }) => ({
      match: `MATCH (${parent}:SupportActor)-[${edge}:SERVES]->(${node}:Sector)`,
      where: [holdsOn(edge, bind(asOf))],
    })),
    servesSizes: leaf(
      (actor, { asOf, bind }) =>
        `[(${actor})-[serves:SERVES]->(size:SizeClass)
         WHERE size.code IS NOT NULL AND ${holdsOn('serves', bind(asOf))} | size.code]`,
    ),
    provides: connection(({ parent, node, edge }, { asOf, bind }) => ({
      match: `MATCH (${parent}:SupportActor)-[${edge}:PROVIDES]->(${node}:SupportArea)`,
      where: [holdsOn(edge, bind(asOf))],
    })),
    initiatives: connection(({ parent, node, edge }, context) => ({
      match: `MATCH (${parent}:SupportActor)-[${edge}:OFFERS|FUNDS|PARTNERS_IN]->(${node}:Initiative)`,
      where: [holdsOn(edge, context.bind(context.asOf)), `${statusOf(node, context)} IN ['ACTIVE', 'UNCONFIRMED']`],
      orderBy: [nodeKey('sortName'), nodeKey('id'), edgeKey((stands) => `type(${stands})`), edgeKey('key')],
    })),
  },
  SupportActorEdge: {},
  ServedPlaceEdge: heldFields,
  ServedSectorEdge: heldFields,
  ProvidedAreaEdge: heldFields,
  ActorInitiativeEdge: { ...relationshipFields, role: leaf((edge) => `type(${edge})`) },
  Initiative: {
    ...describedFields,
    kind: property('kind'),
    status: leaf(statusOf),
    from: property('from'),
    fromPrecision: property('fromPrecision'),
    fromText: property('fromText'),
    to: property('to'),
    toPrecision: property('toPrecision'),
    toText: property('toText'),
    lastSeenYear: property('lastSeenYear'),
    terms: embedded,
    addresses: connection(({ parent, node, edge }) => ({
      match: `MATCH (${parent}:Initiative)-[${edge}:ADDRESSES]->(${node}:SupportArea)`,
    })),
    offeredBy: connection(({ parent, node, edge }, { asOf, bind }) => ({
      match: `MATCH (${parent}:Initiative)<-[${edge}:OFFERS]-(${node}:SupportActor)`,
      where: [holdsOn(edge, bind(asOf))],
    })),
  },
  InitiativeTerms: {
    minEmployees: property('minEmployees'),
    maxEmployees: property('maxEmployees'),
    minTurnover: property('minTurnover'),
    maxTurnover: property('maxTurnover'),
    maxShare: property('maxShare'),
    minAmount: property('minAmount'),
    maxAmount: property('maxAmount'),
    amountOf: property('amountOf'),
    lengthMonths: property('lengthMonths'),
    excludedPlaces: list(({ parent, node }) => ({
      match: `UNWIND coalesce(${parent}.excludedPlaces, []) AS excluded MATCH (${node}:Place {id: excluded})`,
    })),
    other: leaf((initiative, { lang }) => {
      const terms = wantedFirst(lang).map((language) => `${initiative}.otherTerms${language}`)
      return `coalesce(${terms.join(', ')}, [])`
    }),
  },
  AddressedAreaEdge: relationshipFields,
  OfferingActorEdge: relationshipFields,
  SupportArea: {
    ...describedFields,
    meets: connection(({ parent, node, edge }) => ({
      match: `MATCH (${parent}:SupportArea)-[${edge}:MEETS]->(${node}:Need)`,
    })),
  },
  MetNeedEdge: relationshipFields,
  Need: describedFields,
}
