import type { Address } from '../../address.js'
import { useFormat, useTexts } from '../../language/language.js'
import { networkTexts } from '../../language/network.js'
import { partTexts } from '../../language/parts.js'
import { EntitySearch } from '../../parts/entity-search.js'
import { CheckField, SelectField } from '../../parts/fields.js'
import { LENGTHS, LIMITS, passesCounties, shownKinds } from './question.js'

/** What the network is asked: where it begins, to whom the way is shown, how far and how much. */
export function NetworkForm({
  asked,
  onChange,
  onAdd,
}: {
  readonly asked: Address
  readonly onChange: (values: Readonly<Record<string, string | null>>) => void
  readonly onAdd: (id: string) => void
}) {
  const texts = useTexts(networkTexts)
  const kindNames = useTexts(partTexts).kinds
  const format = useFormat()
  const isWay = asked.get('to') !== null
  const numbers = (values: readonly number[]) =>
    values.map((value) => ({ id: String(value), name: format.count(value), group: null }))
  return (
    <>
      <div class="columns network-searches">
        <EntitySearch label={texts.add} onPick={({ id }) => onAdd(id)} />
        {asked.get('of') !== null && (
          <EntitySearch label={texts.pathTo} onPick={({ id }) => onChange({ to: id, around: null, way: null })} />
        )}
      </div>
      <form onSubmit={(event) => event.preventDefault()}>
        <div class="toolbar">
          {isWay && (
            <SelectField
              label={texts.length}
              choices={numbers(LENGTHS.toSorted())}
              value={asked.get('length') ?? String(LENGTHS[0])}
              onChange={(length) => onChange({ length, way: null })}
            />
          )}
          {!isWay && (
            <SelectField
              label={texts.depth}
              choices={numbers([1, 2, 3, 4])}
              value={asked.get('depth') ?? '1'}
              onChange={(depth) => onChange({ depth })}
            />
          )}
          <SelectField
            label={texts.limit}
            choices={numbers(LIMITS)}
            value={asked.get('limit') ?? String(LIMITS[isWay ? 0 : 1])}
            onChange={(limit) => onChange({ limit })}
          />
          <SelectField
            label={texts.colour}
            none={texts.byKind}
            choices={[{ id: 'community', name: texts.byCommunity, group: null }]}
            value={asked.get('colour')}
            onChange={(colour) => onChange({ colour })}
          />
        </div>
        {isWay && (
          <label class="network-check">
            <input
              type="checkbox"
              checked={!passesCounties(asked)}
              onChange={(event) => onChange({ via: event.currentTarget.checked ? null : 'county', way: null })}
            />{' '}
            {texts.notCounties}
          </label>
        )}
        <details class="field">
          <summary>{texts.kinds}</summary>
          <CheckField
            label={texts.kinds}
            choices={shownKinds.map((id) => ({ id, name: kindNames[id], group: null }))}
            values={asked.list('kinds')}
            onChange={(kinds) => onChange({ kinds: kinds.join(',') })}
          />
        </details>
      </form>
    </>
  )
}
