import { z } from 'zod'
import type { Api } from './api.js'

const about =
  'change { id operation at revision forActor { id } source { id title } reason fields { name before after } }'
const shown = {
  SupportActor: ['actor', 'id name revision organisationNumber to otherNames { name since until }'],
  Initiative: ['initiative', 'id name(lang: SV) status revision from to help url contact { mailbox }'],
  Firm: ['firm', 'id name revision sizeClass to legalForm employees sni sectors { id } municipality { id }'],
  Establishment: ['establishment', 'id name revision totalJobs to phases { id name kind status from to }'],
  Claim: ['claim', 'id statement revision value unit to about { nodes { id } }'],
} as const
type Kind = keyof typeof shown

const change = z.object({
  id: z.string(),
  operation: z.string(),
  revision: z.number().nullable(),
  source: z.object({ id: z.string(), title: z.string() }).nullable(),
  reason: z.string().nullable(),
  fields: z.array(z.object({ name: z.string(), before: z.string().nullable(), after: z.string().nullable() })),
})
const entity = z.looseObject({ id: z.string(), revision: z.number() })

/** What came of a mutation: the entity as it is now and its change, or the code and argument with which it was refused. */
export interface Outcome {
  readonly entity: z.infer<typeof entity>
  readonly change: z.infer<typeof change>
}

/** Writes by the mutation of a kind, such as `create` of `Firm`. */
export async function write(
  { ask }: Pick<Api, 'ask'>,
  does: 'create' | 'update' | 'end',
  kind: Kind,
  input: Readonly<Record<string, unknown>>,
): Promise<Outcome> {
  const { data, errors } = await ask(...mutation(does, kind, input))
  if (errors) throw new Error(JSON.stringify(errors))
  const [field] = shown[kind]
  const payload = z.object({ written: z.object({ [field]: entity, change, proposal: z.null() }) }).parse(data).written
  return { entity: entity.parse(payload[field]), change: change.parse(payload.change) }
}

/** The code with which a mutation is refused, with its argument or id. */
export async function refused(
  { ask }: Pick<Api, 'ask'>,
  does: 'create' | 'update' | 'end',
  kind: Kind,
  input: Readonly<Record<string, unknown>>,
): Promise<string> {
  const { errors } = await ask(...mutation(does, kind, input))
  const { code, argument, id } = errors?.[0]?.extensions ?? { code: 'NOT REFUSED' }
  return [code, argument ?? id].filter((part) => typeof part === 'string').join(' ')
}

function mutation(
  does: 'create' | 'update' | 'end',
  kind: Kind,
  input: Readonly<Record<string, unknown>>,
): [source: string, variables: Record<string, unknown>] {
  const [field, selection] = shown[kind]
  const type = does === 'end' ? 'EndEntityInput' : `${does === 'create' ? 'Create' : 'Update'}${kind}Input`
  const source = `mutation ($input: ${type}!) {
    written: ${does}${kind}(input: $input) { ${field} { ${selection} } ${about} proposal { id } }
  }`
  return [source, { input }]
}
