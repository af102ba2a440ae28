import { graphql } from '../../generated/gql.js'

/** What lies around some nodes. */
export const aroundDocument = graphql(`
  query ExplorerAround(
    $of: [ID!]!
    $depth: Int!
    $kinds: [EntityKind!]
    $withoutKinds: [EntityKind!]
    $without: [ID!]
    $limit: Int
    $lang: Lang!
    $told: Boolean!
  ) {
    neighbourhood(
      of: $of
      depth: $depth
      kinds: $kinds
      withoutKinds: $withoutKinds
      without: $without
      limit: $limit
    ) {
      nodes {
        id
        label(lang: $lang)
        kind
        degree
        tier
      }
      edges {
        id
        source
        target
        kind
        status @include(if: $told)
        since @include(if: $told)
        until @include(if: $told)
        what(lang: $lang) @include(if: $told)
        locator(lang: $lang) @include(if: $told)
        category @include(if: $told) {
          id
          name(lang: $lang)
        }
        statedBy @include(if: $told) {
          id
          name(lang: $lang)
        }
      }
      truncated
      hidden {
        node {
          id
        }
        kind
        count
      }
      warnings {
        code
      }
    }
  }
`)

/** The ways between two nodes. */
export const betweenDocument = graphql(`
  query ExplorerBetween(
    $from: ID!
    $to: ID!
    $maxLength: Int!
    $limit: Int!
    $withoutKinds: [EntityKind!]
    $without: [ID!]
    $lang: Lang!
  ) {
    paths(
      from: $from
      to: $to
      maxLength: $maxLength
      limit: $limit
      withoutKinds: $withoutKinds
      without: $without
    ) {
      length
      nodes {
        id
        label(lang: $lang)
        kind
        degree
      }
      edges {
        id
        source
        target
        kind
        status
        since
        until
        what(lang: $lang)
        locator(lang: $lang)
        category {
          id
          name(lang: $lang)
        }
        statedBy {
          id
          name(lang: $lang)
        }
      }
    }
  }
`)

/** Names of some nodes, also of those that are not drawn. */
export const namesDocument = graphql(`
  query ExplorerNames($ids: [ID!]!, $lang: Lang!) {
    nodes(ids: $ids) {
      ... on Entity {
        id
        name(lang: $lang)
      }
    }
  }
`)

/** Which community each node is of. */
export const communitiesDocument = graphql(`
  query ExplorerCommunities(
    $of: [ID!]!
    $depth: Int!
    $kinds: [EntityKind!]
    $withoutKinds: [EntityKind!]
    $without: [ID!]
    $limit: Int
  ) {
    networkMetrics(
      of: $of
      depth: $depth
      kinds: $kinds
      withoutKinds: $withoutKinds
      without: $without
      limit: $limit
    ) {
      communityCount
      nodes {
        node {
          id
        }
        community
      }
    }
  }
`)
