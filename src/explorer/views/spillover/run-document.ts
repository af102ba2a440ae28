import { graphql } from '../../generated/gql.js'

graphql(`
  fragment ExplorerRunQuestion on SpilloverRun {
    id
    question
    table {
      id
    }
    establishments(first: 200) {
      nodes {
        id
      }
    }
    byYear {
      year
    }
    assumptions {
      ...ExplorerSetting
    }
  }
`)

/** A run by its id, with what it was asked. */
export const runDocument = graphql(`
  query ExplorerRunToCompare($id: ID!, $lang: Lang!) {
    spilloverRun(id: $id) {
      name(lang: $lang)
      ...ExplorerRunQuestion
    }
  }
`)
