/** Beyond this share, what an edition no longer says is asked about. */
const MOST_LOST = 0.02

/** Beyond this share of its items in common, a file is an edition of the list that was there before. */
const LEAST_SHARED = 0.5

/** What an edition says in one column, and what it no longer does. */
export interface ColumnLoss {
  /** By its English header. */
  readonly column: string
  /** How many items state it. */
  readonly states: number
  /** How many stated it in the earlier edition. */
  readonly stated: number
  /** Of those, how many no longer do: they are gone themselves, or have no value there any more. */
  readonly lost: number
  /** How many are still named and no longer state it. */
  readonly dropped: number
  /** Some of these. */
  readonly examples: readonly string[]
}

/** What an edition no longer says of what the earlier one of its source said. */
export interface Loss {
  readonly file: string
  /** What is counted, in the plural. */
  readonly items: string
  readonly previous: number
  readonly accepted: number
  readonly gone: number
  /** Some that are gone. */
  readonly examples: readonly string[]
  readonly columns: readonly ColumnLoss[]
}

/** Whether so much goes that somebody has to say that it may. */
export const isDoubtful = (loss: Loss): boolean =>
  isMuch(loss.gone, loss.previous) || loss.columns.some(({ lost, stated }) => isMuch(lost, stated)) || isOtherList(loss)

const isMuch = (lost: number, before: number): boolean => lost > MOST_LOST * before

/** Whether the file may be another list that came under the same title. */
function isOtherList({ previous, accepted, gone }: Loss): boolean {
  const shared = previous - gone
  return gone > 0 && accepted > 0 && shared < LEAST_SHARED * accepted
}

/** What would go, an item a line: the rows, then each column from which values go beside theirs. */
export function lostParts({ previous, gone, items, examples, columns }: Loss): string[] {
  const rows = gone === 0 ? [] : [`no longer names ${gone} of ${previous} ${items}${among(gone, examples)}`]
  const values = columns
    .filter((each) => each.lost > 0 && each.examples.length > 0)
    .map(({ column, states, stated, lost, examples: some }) =>
      states === 0
        ? `states no ${column} at all, which ${stated} ${items} had${among(stated, some)}`
        : `no longer states ${column} for ${lost} of the ${stated} ${items} that had it${among(lost, some)}`,
    )
  return [...rows, ...values]
}

const among = (count: number, examples: readonly string[]): string =>
  examples.length === 0 ? '' : ` (${examples.join(', ')}${examples.length < count ? ', …' : ''})`

/** What whoever sent the file can do about it. */
export function waysOut(loss: Loss): string[] {
  const { previous, accepted, gone, items, columns } = loss
  const absent = columns.filter(({ states, examples }) => states === 0 && examples.length > 0)
  return [
    ...(isOtherList(loss)
      ? [
          `Only ${previous - gone} of its ${accepted} ${items} were in the earlier edition: give --title with a title of its own if it is another list.`,
        ]
      : []),
    ...(absent.length > 0
      ? [`Give --columns 'HEADER=${absent[0]?.column}' if the file has that by another header.`]
      : []),
    ...(accepted > 0 ? ['Give --update if it only corrects or adds, so that what it does not name stays.'] : []),
    'Give --confirm-loss if that is right.',
  ]
}
