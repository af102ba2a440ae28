/** A question that the peer can express too, as an operation of ours and one of its own with the same name. */
export interface PeerOperation {
  readonly operation: string
  /** What is asked, for the table. */
  readonly asked: string
  readonly variables: Readonly<Record<string, unknown>>
  /** Where the peer takes them in another form. */
  readonly itsVariables?: Readonly<Record<string, unknown>>
}

const firm = { id: 'firm:demo-000002' }
const hub = 'municipality:2480'

/** What both are asked. Matching, coverage, chains, paths and search are rules, which the peer has no words for. */
export const peerOperations: readonly PeerOperation[] = [
  {
    operation: 'firms',
    asked: 'small ones of a county, nested and counted',
    variables: { filter: { county: 'county:25', sizeClasses: ['SMALL'] }, first: 25 },
    itsVariables: { county: 'county:25', sizeClass: 'SMALL', first: 25 },
  },
  {
    operation: 'firms-page',
    asked: 'of a municipality, not counted',
    variables: { filter: { municipality: hub }, first: 25 },
    itsVariables: { municipality: hub, first: 25 },
  },
  { operation: 'firms-of-municipality', asked: 'a hub with its first 50', variables: { id: hub, first: 50 } },
  { operation: 'firm-alone', asked: 'a firm', variables: firm },
  { operation: 'firm', asked: 'a firm with all relations, its neighbourhood of depth 1', variables: firm },
  { operation: 'ventures', asked: 'all, nested', variables: {} },
  // On a day on which all that they provide holds: the peer compares no days that are kept as text.
  {
    operation: 'actors',
    asked: 'the first page, nested',
    variables: { first: 25, asOf: '2021-06-30' },
    itsVariables: { first: 25 },
  },
]
