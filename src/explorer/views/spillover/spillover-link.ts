import type { Address } from '../../address.js'
import { questionNames } from './question.js'

/** The spillover view with the question that one came with. */
export function spilloverLink({ get }: Pick<Address, 'get'>, values: Readonly<Record<string, string>> = {}): string {
  const query = new URLSearchParams()
  for (const name of [...questionNames, 'lang']) {
    const value = get(name)
    if (value !== null) query.set(name, value)
  }
  for (const [name, value] of Object.entries(values)) query.set(name, value)
  const text = query.toString().replaceAll('%3A', ':').replaceAll('%2C', ',')
  return text === '' ? '/spillover' : `/spillover?${text}`
}
