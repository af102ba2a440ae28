import { graphql } from '../../generated/gql.js'
import type { ExplorerSupplierFirmsQuery } from '../../generated/graphql.js'

export const firmsDocument = graphql(`
  query ExplorerSupplierFirms(
    $establishment: ID!
    $phase: PhaseKind
    $withinKm: Float
    $filter: SupplierFilter!
    $orderBy: SupplierOrder!
    $first: Int!
    $lang: Lang!
  ) {
    supplierFirms(
      establishment: $establishment
      phase: $phase
      withinKm: $withinKm
      distances: MAIN_TOWNS
      filter: $filter
      orderBy: $orderBy
      first: $first
    ) {
      totalCount
      warnings {
        message(lang: $lang)
      }
      facets {
        all
        categories {
          category {
            id
            name(lang: $lang)
          }
          firms
        }
        requirements {
          requirement {
            id
            name(lang: $lang)
          }
          fulfilling
          lacking
          notKnown
        }
        sizeClasses {
          sizeClass
          firms
        }
        bases {
          basis
          firms
        }
        municipalities {
          municipality {
            id
            name(lang: $lang)
            latitude
            longitude
            mainTown {
              latitude
              longitude
            }
          }
          firms
        }
        loosened {
          without
          firms
        }
      }
      nodes {
        firm {
          id
          name(lang: $lang)
        }
        categories {
          category {
            id
            name(lang: $lang)
          }
          basis
        }
        employees
        sizeClass
        municipality {
          id
          name(lang: $lang)
        }
        distanceKm
        fulfils {
          id
          name(lang: $lang)
        }
        missing {
          requirement {
            id
            name(lang: $lang)
          }
          initiatives {
            id
            name(lang: $lang)
          }
        }
        unknown {
          id
          name(lang: $lang)
        }
        score
        scoreParts {
          text(lang: $lang)
        }
      }
    }
  }
`)

export type FirmsAnswer = ExplorerSupplierFirmsQuery['supplierFirms']
export type FirmRow = FirmsAnswer['nodes'][number]
export type Facets = FirmsAnswer['facets']
