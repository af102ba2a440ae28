import { execFile } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)
const here = import.meta.dirname
const oldestJava = 17

/** The program that runs Neo4j: of JAVA_HOME, else of the path. */
export const java = process.env.JAVA_HOME === undefined ? 'java' : join(process.env.JAVA_HOME, 'bin', 'java')

/** The version that pom.xml names. */
export const neo4jVersion = versionInPom()

/** The folder that holds that version's jars once they are fetched. */
export const jars = join(here, 'target', `neo4j-${neo4jVersion}`)

function versionInPom(): string {
  const version = /<neo4j\.version>(.+?)</.exec(readFileSync(join(here, 'pom.xml'), 'utf8'))?.[1]
  if (version === undefined) throw new Error('tests/neo4j/pom.xml has no property neo4j.version')
  return version
}

/**
 * Why Neo4j cannot be run on this machine, in one line, or null where it can. Its jars are fetched from Maven Central
 * when they are missing.
 */
export async function neo4jUnavailable(): Promise<string | null> {
  return (await javaProblem()) ?? (await jarsProblem())
}

async function javaProblem(): Promise<string | null> {
  try {
    const { stdout } = await run(java, ['--list-modules'])
    const version = Number(/^java\.base@(\d+)/m.exec(stdout)?.[1])
    if (version < oldestJava) return `java is version ${version}, ${oldestJava} or newer is needed`
    return stdout.includes('jdk.compiler@') ? null : 'java has no compiler: a JDK is needed'
  } catch {
    return 'java not found'
  }
}

async function jarsProblem(): Promise<string | null> {
  if (existsSync(jars)) return null
  // Fetched beside the place and moved there whole, so that a fetch that broke off is not taken for the jars.
  const fetched = `${jars}.${process.pid}`
  try {
    await run('mvn', [
      '--batch-mode',
      '--quiet',
      `--file=${join(here, 'pom.xml')}`,
      'dependency:copy-dependencies',
      `-Dneo4j.jars=${fetched}`,
    ])
    await rename(fetched, jars)
    return null
  } catch (error) {
    if (existsSync(jars)) return null
    return isMissingProgram(error) ? 'mvn not found' : `mvn could not fetch its jars: ${firstLine(error)}`
  } finally {
    await rm(fetched, { recursive: true, force: true })
  }
}

function isMissingProgram(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}

/** What Maven says is wrong; it prints its errors on the standard output. */
function firstLine(error: unknown): string {
  const output = error instanceof Error && 'stdout' in error ? String(error.stdout) : String(error)
  return output.trim().split('\n')[0] ?? ''
}
