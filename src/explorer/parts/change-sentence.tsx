import type { ComponentChildren } from 'preact'
import type { ExplorerChangeFragment } from '../generated/graphql.js'
import { historyTexts } from '../language/history.js'
import { useFormat, useTexts } from '../language/language.js'
import { accountOf } from './account-of.js'
import { EntityName } from './entity-name.js'
import { kindOf } from './entity-search.js'
import { readValue } from './told-fields.js'

/**
 * Who did what to what.
 * @param isOf whether it stands on the page of what it changed, which then is not named anew.
 * @param own ids of actors that the reader acts for.
 */
export function ChangeSentence({
  change,
  isOf,
  own = [],
}: {
  readonly change: ExplorerChangeFragment
  readonly isOf: boolean
  readonly own?: readonly string[]
}) {
  const texts = useTexts(historyTexts)
  const format = useFormat()
  const { operation, entity, forActor, author, inverseOf, fields, about } = change
  const kinds: Readonly<Record<string, string>> = texts.kinds
  const what: ComponentChildren =
    entity === null ? (
      isOf ? (
        ((about && kinds[kindOf(about.__typename)]) ?? texts.it)
      ) : (
        texts.somethingGone
      )
    ) : isOf ? (
      (kinds[kindOf(entity.__typename)] ?? texts.it)
    ) : (
      <EntityName entity={entity} />
    )
  if (operation === 'IMPORT' || operation === 'SEED') {
    const isSeed = operation === 'SEED'
    if (entity === null && !isOf) return <>{isSeed ? texts.seeded : texts.imported}.</>
    const isNew = fields.length > 0 && fields.every(({ before }) => before === null)
    return (
      <>
        {isSeed ? (isNew ? texts.seededOf : texts.seededAgain) : texts.importedOf}
        {what}.
      </>
    )
  }
  const account = accountOf(author)
  // What came of a proposal bears the account that proposed it, so no role can be told from it.
  const somebody = account === null ? texts.somebody : texts.theAccount(account)
  const who = forActor === null ? somebody : own.includes(forActor.id) ? texts.you : <EntityName entity={forActor} />
  return (
    <>
      {who}
      {forActor !== null && account !== null && ` (${texts.byAccount(account)})`}
      {texts.did[operation]}
      {what}
      {operation === 'CONFIRM' && dayIn(change, ['confirmedOn'], (day) => texts.onDay(format.day(day)))}
      {operation === 'END' && dayIn(change, ['endsOn', 'to'], (day) => texts.lastDay(format.day(day)))}
      {operation === 'UNDO' && inverseOf !== null && texts.madeAt(format.moment(inverseOf.at))}.
    </>
  )
}

/** What is said of the day that a change sets in one of these fields; nothing where it sets none. */
function dayIn(
  { fields }: ExplorerChangeFragment,
  names: readonly string[],
  say: (day: string) => string,
): string | null {
  const day = readValue(fields.find(({ name }) => names.includes(name))?.after ?? null)
  return typeof day === 'string' ? say(day) : null
}
