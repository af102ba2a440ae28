import { graphql } from '../../generated/gql.js'

/** Changes what an input names of an account; what is left out stays. */
export const updateDocument = graphql(`
  mutation ExplorerUpdateAccount($input: UpdateAccountInput!) {
    updateAccount(input: $input) {
      account {
        name
      }
    }
  }
`)
