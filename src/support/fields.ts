import {
  type Catalog,
  connection,
  edgeKey,
  embedded,
  type FieldContext,
  leaf,
  list,
  nodeKey,
  one,
  property,
} from '../graph/compose/fields.js'
import { holdsOn } from '../graph/relationship-days.js'
import { wantedFirst } from '../language/language.js'
import {
  describedFields,
  endingFields,
  registeredFields,
  relationshipFields,
  sourcedEdgeFields,
} from '../provenance/fields.js'
import { lastConfirmed } from '../provenance/last-confirmed.js'
import { identityFields } from '../provenance/other-names.js'
import { confirmedSince, initiativeStatusOn } from './facts/initiative-status.js'

/** The status of an initiative on the day that a field asks about. */
function statusOf(initiative: string, { asOf, bind }: FieldContext): string {
  return initiativeStatusOn(initiative, bind(asOf), bind(confirmedSince(asOf)))
}

/** Where a node has its own page. */
const webAddress = (node: string): string => `'https://' + ${node}.address`

/** Terms of an initiative that are words, in the language asked for or else the other. */
const termsInWords = (property: 'otherTerms' | 'presupposes') =>
  leaf((initiative, { lang }) => {
    const inLanguages = wantedFirst(lang).map((language) => `${initiative}.${property}${language}`)
    return `coalesce(${inLanguages.join(', ')}, [])`
  })

/** Whether a relationship to a need leads there by a buyer. */
const viaBuyer = leaf((edge) => `coalesce(${edge}.viaBuyer, false)`)

const heldFields = {
  ...relationshipFields,
  validFrom: property('validFrom'),
  validTo: property('validTo'),
} satisfies Catalog[string]

export const supportFields: Catalog = {
  SupportActor: {
    ...describedFields,
    ...endingFields,
    ...identityFields,
    kind: property('kind'),
    url: leaf(webAddress),
    contact: embedded,
    lastConfirmed: leaf(lastConfirmed),
    helpsWith: connection(({ parent, node, edge }, { asOf, bind }) => ({
      match: `MATCH (${parent}:SupportActor)-[${edge}:HELPS_WITH]->(${node}:Need)`,
      where: [holdsOn(edge, bind(asOf))],
    })),
    replacedBy: connection(({ parent, node, edge }) => ({
      match: `MATCH (${parent}:SupportActor)-[${edge}:REPLACED_BY]->(${node})`,
    })),
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
  HelpedNeedEdge: {
    ...relationshipFields,
    strength: property('strength'),
    viaBuyer,
    ifExporting: leaf((edge) => `coalesce(${edge}.ifExporting, false)`),
  },
  Contact: {
    url: leaf(webAddress),
    mailbox: property('mailbox'),
    telephone: property('telephone'),
  },
  Initiative: {
    ...describedFields,
    ...registeredFields,
    kind: property('kind'),
    help: leaf((initiative) => `coalesce(${initiative}.help, [])`),
    url: leaf(webAddress),
    contact: embedded,
    meets: connection(({ parent, node, edge }, { asOf, bind }) => ({
      match: `MATCH (${parent}:Initiative)-[${edge}:MEETS]->(${node}:Need)`,
      where: [holdsOn(edge, bind(asOf))],
    })),
    replacedBy: connection(({ parent, node, edge }) => ({
      match: `MATCH (${parent}:Initiative)-[${edge}:REPLACED_BY]->(${node})`,
    })),
    lastConfirmed: leaf(lastConfirmed),
    lastSeen: property('lastSeenYear'),
    lastSeenYear: property('lastSeenYear'),
    lastSeenIn: one(({ parent, node }) => ({ match: `MATCH (${node}:Source {id: ${parent}.lastSeenIn})` })),
    status: leaf(statusOf),
    from: property('from'),
    fromPrecision: property('fromPrecision'),
    fromText: property('fromText'),
    to: property('to'),
    toPrecision: property('toPrecision'),
    toText: property('toText'),
    terms: embedded,
    addresses: connection(({ parent, node, edge }, { asOf, bind }) => ({
      match: `MATCH (${parent}:Initiative)-[${edge}:ADDRESSES]->(${node}:SupportArea)`,
      where: [holdsOn(edge, bind(asOf))],
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
    maxAgeYears: property('maxAgeYears'),
    forExporters: leaf((initiative) => `coalesce(${initiative}.forExporters, false)`),
    replacesSecurity: leaf((initiative) => `coalesce(${initiative}.replacesSecurity, false)`),
    excludedPlaces: list(({ parent, node }) => ({
      match: `UNWIND coalesce(${parent}.excludedPlaces, []) AS excluded MATCH (${node}:Place {id: excluded})`,
    })),
    other: termsInWords('otherTerms'),
    presupposes: termsInWords('presupposes'),
  },
  InitiativeNeedEdge: {
    ...relationshipFields,
    strength: property('strength'),
    viaBuyer,
  },
  AddressedAreaEdge: relationshipFields,
  OfferingActorEdge: relationshipFields,
  SupportArea: {
    ...describedFields,
    meets: connection(({ parent, node, edge }) => ({
      match: `MATCH (${parent}:SupportArea)-[${edge}:MEETS]->(${node}:Need)`,
    })),
  },
  MetNeedEdge: sourcedEdgeFields,
  Need: describedFields,
}
