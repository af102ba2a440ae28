import {
  type GraphQLInputType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from 'graphql'

/** A field of an input, as a form takes it. */
export interface FormField {
  readonly name: string
  /** A scalar, an enum or another input. */
  readonly type: string
  readonly isList: boolean
  readonly isRequired: boolean
  /** What the schema says of it. */
  readonly description: string
}

/** Inputs that forms are made of, with what they hold, and the values of the enums in them. */
export interface FormTypes {
  readonly inputs: Readonly<Record<string, readonly FormField[]>>
  readonly enums: Readonly<Record<string, readonly string[]>>
}

/** What people write by forms. */
const written = ['SupportActor', 'Initiative', 'Firm', 'Establishment', 'Claim']

/** The inputs that forms begin from. */
const rootInputs = [...written.flatMap((kind) => [`Create${kind}Input`, `Update${kind}Input`]), 'EndEntityInput']

/**
 * What forms are made of, read from the schema: a new field of an input is in its form by itself.
 * @throws Error for an input that the schema has not.
 */
export function formTypes(schema: GraphQLSchema, roots: readonly string[] = rootInputs): FormTypes {
  const inputs: Record<string, FormField[]> = {}
  const enums: Record<string, string[]> = {}
  const read = (name: string): void => {
    if (inputs[name] || enums[name]) return
    const type = schema.getType(name)
    if (isEnumType(type)) enums[name] = type.getValues().map((value) => value.name)
    if (!isInputObjectType(type)) return
    const fields = Object.values(type.getFields()).map((field) => ({
      ...shapeOf(field.type),
      name: field.name,
      description: field.description ?? '',
    }))
    inputs[name] = fields
    for (const field of fields) read(field.type)
  }
  for (const name of roots) {
    if (!isInputObjectType(schema.getType(name))) throw new Error(`The schema has no input ${name}`)
    read(name)
  }
  return { inputs, enums }
}

function shapeOf(type: GraphQLInputType): Pick<FormField, 'type' | 'isList' | 'isRequired'> {
  if (isNonNullType(type)) return { ...shapeOf(type.ofType), isRequired: true }
  if (isListType(type)) return { ...shapeOf(type.ofType), isList: true, isRequired: false }
  return { type: type.name, isList: false, isRequired: false }
}

/** The file of the explorer that holds them. */
export const formsFile = (schema: GraphQLSchema): string =>
  `import type { FormTypes } from '../../../codegen-forms.js'

/** Inputs of the API that forms are made of. */
export const formTypes: FormTypes = ${JSON.stringify(formTypes(schema), null, 2)}
`
