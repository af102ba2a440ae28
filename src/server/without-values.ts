import { GraphQLError } from 'graphql'

/**
 * A message of GraphQL's own without the values that it quotes of a request, since any of them may hold a password. Names of
 * variables, fields and types stay, and why.
 */
export function withoutValues(message: string, thrown: unknown): string {
  const [, variable] = /^(Variable "\$\w+") got invalid value /.exec(message) ?? []
  if (variable === undefined) return withoutLiterals(message)
  // The value stands before why it is none: any text may be in it.
  const why = `; ${thrown instanceof GraphQLError ? (thrown.originalError?.message ?? '') : ''}`
  const isTold = why !== '; ' && message.endsWith(why)
  const [at = ''] = / at "[\w.[\]]+"$/.exec(isTold ? message.slice(0, -why.length) : '') ?? []
  return `${variable} got an invalid value${at}${isTold ? withoutLiterals(why) : ''}`
}

const withoutLiterals = (message: string): string =>
  literals.reduce((left, quoting) => left.replace(quoting, '$1'), message)

/** What stands before a value that a document holds, or a text. */
const literals = [
  /( cannot represent [a-z -]*value): .*/s,
  /(Expected value of type "[^"]*"), found .*/s,
  /(Argument "\w+" has invalid value) .*/s,
  /^(Syntax Error: .*?\b(?:String|BlockString|Int|Float)) ".*/s,
]
