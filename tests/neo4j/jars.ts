import { execFile } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)
const here = import.meta.dirname

/** A version of Neo4j, and the oldest Java that runs it. */
export interface Neo4jRelease {
  readonly version: string
  readonly oldestJava: number
}

/** What starts a release on this machine. */
export interface Neo4jProgram {
  /** The program `java`. */
  readonly java: string
  /** The folder that holds its jars. */
  readonly jars: string
}

/** The release that the suites run on. */
export const neo4jRelease: Neo4jRelease = { version: versionInPom('neo4j.version'), oldestJava: 17 }

/** The newest release, tried beside it. */
export const newestNeo4jRelease: Neo4jRelease = { version: versionInPom('neo4j.newest.version'), oldestJava: 21 }

/** The version that the suites run on. */
export const neo4jVersion = neo4jRelease.version

function versionInPom(property: string): string {
  const [, version] = new RegExp(`<${property}>(.+?)<`).exec(readFileSync(join(here, 'pom.xml'), 'utf8')) ?? []
  if (version === undefined) throw new Error(`tests/neo4j/pom.xml has no property ${property}`)
  return version
}

/**
 * Why a release cannot be run on this machine, in one line, or null where it can. Its jars are fetched from Maven Central
 * when they are missing.
 */
export async function neo4jUnavailable(release: Neo4jRelease = neo4jRelease): Promise<string | null> {
  const found = await findNeo4j(release)
  return 'missing' in found ? found.missing : null
}

/** What starts a release, or why it cannot be run on this machine. */
export async function findNeo4j(release: Neo4jRelease): Promise<Neo4jProgram | { readonly missing: string }> {
  const java = await findJava(release.oldestJava)
  if ('missing' in java) return java
  const jars = join(here, 'target', `neo4j-${release.version}`)
  const missing = await jarsProblem(release, jars)
  return missing === null ? { java: java.path, jars } : { missing }
}

/** The program `java` of JAVA_HOME, of the path, or of any other JDK where distributions put them, new enough and with a compiler. */
async function findJava(oldest: number): Promise<{ readonly path: string } | { readonly missing: string }> {
  const problems: string[] = []
  for (const path of javas()) {
    const problem = await javaProblem(path, oldest)
    if (problem === null) return { path }
    problems.push(problem)
  }
  return { missing: problems[0] ?? 'java not found' }
}

function javas(): string[] {
  const { JAVA_HOME } = process.env
  const first = JAVA_HOME === undefined ? 'java' : join(JAVA_HOME, 'bin', 'java')
  const machines = '/usr/lib/jvm'
  const others = existsSync(machines) ? readdirSync(machines).map((name) => join(machines, name, 'bin', 'java')) : []
  return [first, ...others.filter(existsSync)]
}

async function javaProblem(java: string, oldest: number): Promise<string | null> {
  try {
    const { stdout } = await run(java, ['--list-modules'])
    const version = Number(/^java\.base@(\d+)/m.exec(stdout)?.[1])
    if (version < oldest) return `java is version ${version}, ${oldest} or newer is needed`
    return stdout.includes('jdk.compiler@') ? null : 'java has no compiler: a JDK is needed'
  } catch {
    return 'java not found'
  }
}

async function jarsProblem({ version }: Neo4jRelease, jars: string): Promise<string | null> {
  if (existsSync(jars)) return null
  // Fetched beside the place and moved there whole, so that a fetch that broke off is not taken for the jars.
  const fetched = `${jars}.${process.pid}`
  try {
    await run('mvn', [
      '--batch-mode',
      '--quiet',
      `--file=${join(here, 'pom.xml')}`,
      'dependency:copy-dependencies',
      `-Dneo4j.version=${version}`,
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
