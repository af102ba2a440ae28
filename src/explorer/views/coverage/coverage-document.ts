import { graphql } from '../../generated/gql.js'

/** The cells as they are or would be, and where something is tried, as they are today. */
export const coverageDocument = graphql(`
  query ExplorerCoverage(
    $county: ID
    $evidence: SupportEvidence
    $asOf: Date
    $lang: Lang!
    $change: SupportChange
    $isTried: Boolean!
  ) {
    supportCoverage(change: $change, county: $county, by: MUNICIPALITY, evidence: $evidence, asOf: $asOf) {
      allocation(lang: $lang)
      warnings {
        message(lang: $lang)
      }
      cells {
        ...ExplorerCell
      }
    }
    before: supportCoverage(county: $county, by: MUNICIPALITY, evidence: $evidence, asOf: $asOf) @include(if: $isTried) {
      cells {
        place {
          id
        }
        need {
          id
        }
        level
        bestEvidence
        actors
        initiatives
        restricted
        jobsAtStake
      }
    }
  }

  fragment ExplorerCell on CoverageCell {
    place {
      __typename
      id
      name(lang: $lang)
      ... on Municipality {
        county {
          id
        }
      }
    }
    need {
      id
      name(lang: $lang)
    }
    level
    covered
    levelIsPlanned
    bestEvidence
    evidenceIsPlanned
    coveredWithLess
    actors
    initiatives
    restricted
    firms
    jobsAtStake
  }
`)
