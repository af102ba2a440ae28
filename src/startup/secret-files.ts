import { readFileSync } from 'node:fs'
import { SettingsError } from './settings-error.js'

/** Settings that may stand in a file instead, which another variable names. */
const secrets = ['NORRGRAPH_TOKEN', 'NEO4J_PASSWORD', 'NORRGRAPH_OIDC_CLIENT_SECRET'] as const

type Environment = Readonly<Record<string, string | undefined>>

/**
 * Settings with the secrets that stand in files.
 * @throws SettingsError where a file cannot be read or says nothing, and where a secret is given twice.
 */
export function withSecretsOfFiles(environment: Environment): Environment {
  const read = secrets.flatMap((name) => {
    const file = environment[`${name}_FILE`]
    if (file === undefined || file.trim() === '') return []
    if (environment[name] !== undefined) throw new SettingsError(`${name} and ${name}_FILE are both set: leave one out`)
    return [[name, secretIn(name, file)] as const]
  })
  return { ...environment, ...Object.fromEntries(read) }
}

function secretIn(name: string, file: string): string {
  try {
    const text = readFileSync(file, 'utf8').replace(/\r?\n$/, '')
    if (text !== '') return text
  } catch {
    throw new SettingsError(`${name}_FILE names a file that cannot be read: ${file}`)
  }
  throw new SettingsError(`${name}_FILE names a file that says nothing: ${file}`)
}
