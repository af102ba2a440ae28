import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { programFolder } from './program-folder.js'

const packageFile = z.object({ version: z.string() })

/** The version of this program, as its package states it. */
export const programVersion: string = packageFile.parse(
  JSON.parse(readFileSync(new URL('package.json', programFolder), 'utf8')),
).version
