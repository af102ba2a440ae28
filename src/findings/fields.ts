import { type Catalog, connection, inLanguage, property } from '../graph/compose/fields.js'
import { describedFields, sourcedEdgeFields } from '../provenance/fields.js'

/** What the report finds and recommends, beside its figures. */
export const findingFields: Catalog = {
  Challenge: describedFields,
  Recommendation: {
    ...describedFields,
    kind: property('kind'),
    concerns: connection(({ parent, node, edge }) => ({
      match: `MATCH (${parent}:Recommendation)-[${edge}:CONCERNS]->(${node})`,
    })),
    directedTo: connection(({ parent, node, edge }) => ({
      match: `MATCH (${parent}:Recommendation)-[${edge}:DIRECTED_TO]->(${node}:SupportActor)`,
    })),
  },
  RecommendationSubjectEdge: sourcedEdgeFields,
  RecommendedActorEdge: sourcedEdgeFields,
  CaseStudy: {
    ...describedFields,
    place: inLanguage('place'),
    about: connection(({ parent, node, edge }) => ({
      match: `MATCH (${parent}:CaseStudy)-[${edge}:ABOUT]->(${node})`,
    })),
  },
  CaseSubjectEdge: sourcedEdgeFields,
  Strength: {
    ...describedFields,
    kind: property('kind'),
    sectors: connection(({ parent, node, edge }) => ({
      match: `MATCH (${parent}:Strength)-[${edge}:FITS_SECTOR]->(${node}:Sector)`,
    })),
  },
  FittingSectorEdge: sourcedEdgeFields,
  Method: describedFields,
}
