import { useState } from 'preact/hooks'
import { useFormat, useTexts } from '../../language/language.js'
import { supplierTexts } from '../../language/suppliers.js'
import { CheckField, NumberField, TextField } from '../../parts/fields.js'
import type { Facets } from './firms-answer.js'
import { type FirmsQuestion, filterNames, noFilters, type SupplierAddress } from './supply-question.js'

/** From this width on there is room for filters beside the list. */
const WIDE = '(min-width: 64rem)'

/** What narrows the firms, each with how many there are of it under the other filters. */
export function Filters({
  facets,
  question: { filter },
  address,
}: {
  readonly facets: Facets
  readonly question: FirmsQuestion
  readonly address: SupplierAddress
}) {
  const texts = useTexts(supplierTexts)
  const { count } = useFormat()
  const [isOpen, setOpen] = useState(() => matchMedia(WIDE).matches)
  // What would leave nobody is not offered; what is chosen can be taken back.
  const counted = (id: string, name: string, firms: number, values: readonly string[] | null | undefined) =>
    firms > 0 || values?.includes(id) ? [{ id, name: `${name} (${count(firms)})`, group: null }] : []
  const listed = (name: string) => (values: readonly string[]) => address.change({ [name]: values.join(',') })
  const chosen = filterNames.filter((name) => address.asked.get(name) !== null && name !== 'known')
  const isKnown = address.asked.get('known') !== 'no'
  const requirements = filter.fulfils ?? filter.mayFulfil ?? []
  return (
    <details
      class="panel supplier-filters no-print"
      open={isOpen}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>{chosen.length === 0 ? texts.filters : texts.filtersOn(count(chosen.length))}</summary>
      <form onSubmit={(event) => event.preventDefault()}>
        <TextField label={texts.text} value={filter.text ?? null} onChange={(text) => address.change({ text })} />
        <CheckField
          label={texts.category}
          choices={facets.categories.flatMap(({ category, firms }) =>
            counted(category.id, category.name, firms, filter.categories),
          )}
          values={filter.categories ?? []}
          onChange={listed('category')}
        />
        {facets.requirements.length > 0 && (
          <>
            <CheckField
              label={texts.fulfilsOf}
              choices={facets.requirements.flatMap(({ requirement, fulfilling, notKnown }) =>
                counted(requirement.id, requirement.name, isKnown ? fulfilling : fulfilling + notKnown, requirements),
              )}
              values={requirements}
              onChange={listed('fulfils')}
            />
            <CheckField
              label={texts.notKnownToo}
              choices={[{ id: 'no', name: texts.alsoNotKnown, group: null }]}
              values={isKnown ? [] : ['no']}
              onChange={listed('known')}
            />
          </>
        )}
        <CheckField
          label={texts.size}
          choices={facets.sizeClasses.flatMap(({ sizeClass, firms }) =>
            counted(sizeClass, texts.sizes[sizeClass], firms, filter.sizeClasses),
          )}
          values={filter.sizeClasses ?? []}
          onChange={listed('size')}
        />
        <div class="field-pair">
          <NumberField
            label={texts.fromEmployees}
            min={0}
            step={1}
            value={address.asked.get('from')}
            onChange={(from) => address.change({ from })}
          />
          <NumberField
            label={texts.toEmployees}
            min={0}
            step={1}
            value={address.asked.get('to')}
            onChange={(to) => address.change({ to })}
          />
        </div>
        <CheckField
          label={texts.basis}
          choices={facets.bases.flatMap(({ basis, firms }) => counted(basis, texts.bases[basis], firms, filter.bases))}
          values={filter.bases ?? []}
          onChange={listed('basis')}
        />
        {filter.municipalities && (
          <CheckField
            label={texts.place}
            choices={facets.municipalities.flatMap(({ municipality, firms }) =>
              municipality && filter.municipalities?.includes(municipality.id)
                ? counted(municipality.id, municipality.name, firms, filter.municipalities)
                : [],
            )}
            values={filter.municipalities}
            onChange={listed('place')}
          />
        )}
        {chosen.length > 0 && (
          <button type="button" onClick={() => address.change(noFilters)}>
            {texts.clear}
          </button>
        )}
      </form>
    </details>
  )
}
