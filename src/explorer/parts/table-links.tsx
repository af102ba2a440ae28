import { type AddressValues, linkTo } from '../address.js'
import { useLang, useTexts } from '../language/language.js'
import { partTexts } from '../language/parts.js'

/** What a table is asked, as the API takes it. */
type Asked = Readonly<Record<string, unknown>>

/**
 * All rows of what is asked here as files, also those that are not shown.
 * @param table its name among the tables that the server exports.
 */
export function TableLinks({ table, asked }: { readonly table: string; readonly asked: Asked }) {
  const texts = useTexts(partTexts)
  const lang = useLang()
  const values = { ...addressValues(asked), lang }
  // In Swedish as Excel there opens it: semicolons and decimal commas.
  const csv = lang === 'SV' ? { ...values, for: 'excel-sv' } : values
  return (
    <p class="quiet no-print">
      {texts.tableAsFile}:{' '}
      <a href={linkTo(`/export/${table}.csv`, csv)} download={`norrgraph-${table}.csv`}>
        CSV
      </a>
      {' · '}
      <a href={linkTo(`/export/${table}.xlsx`, values)} download={`norrgraph-${table}.xlsx`}>
        Excel
      </a>
    </p>
  )
}

/** A question as an address holds it: parts of objects by their names, lists by commas, lists of objects as JSON. */
function addressValues(asked: Asked, before = ''): AddressValues {
  const parts = Object.entries(asked).map(([name, value]): AddressValues => {
    if (value === null || value === undefined) return {}
    if (Array.isArray(value)) {
      return { [before + name]: value.some((each) => each instanceof Object) ? JSON.stringify(value) : value.join(',') }
    }
    return value instanceof Object
      ? addressValues({ ...value }, `${before}${name}.`)
      : { [before + name]: String(value) }
  })
  return Object.assign({}, ...parts)
}
