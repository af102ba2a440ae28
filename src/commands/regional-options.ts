import {
  type Mining,
  type RegionalArea,
  type RegionalisationMethod,
  type RetentionRule,
  takesDelta,
} from '../edition/assumption-kinds.js'
import { RefusedError } from '../kernel/refused-error.js'
import type { SpilloverInput } from '../spillover/question/spillover-input.js'
import { given } from './given.js'

/** The options of what stays in the region, and of whom ventures hire there. */
export interface RegionalOptions {
  readonly retentionShare?: number
  readonly retentionApply?: RetentionRule
  readonly regionalisation?: RegionalisationMethod | 'RETENTION'
  readonly delta?: number
  readonly householdDelta?: number
  readonly area?: RegionalArea
  readonly mining?: Mining
  readonly employment?: string
  readonly fromRegionalSmes?: number
  readonly refilled?: number
}

/** What each is called where one types it. */
const optionNames = {
  retentionShare: '--retention-share',
  retentionApply: '--retention-apply',
  delta: '--delta',
  householdDelta: '--household-delta',
  area: '--area',
  mining: '--mining',
  employment: '--employment',
} as const

/**
 * The part of a question that the options ask.
 * @throws RefusedError for options that do not go together.
 */
export function regionalInput(
  options: RegionalOptions,
): Pick<SpilloverInput, 'retention' | 'regionalisation' | 'displacement'> {
  refuseContradictions(options)
  const { regionalisation: method, delta, householdDelta, area, mining, employment } = options
  const { retentionShare: share, retentionApply: apply, fromRegionalSmes, refilled } = options
  return {
    ...(share === undefined && apply === undefined ? {} : { retention: given({ share, apply }) }),
    ...(method === undefined
      ? {}
      : {
          regionalisation: {
            method,
            ...given({ delta, householdDelta, area, mining, employment: employment && withKind(employment) }),
          },
        }),
    ...(fromRegionalSmes === undefined && refilled === undefined
      ? {}
      : { displacement: given({ fromRegionalSmes, refilled }) }),
  }
}

const withKind = (id: string): string => (id.includes(':') ? id : `employment:${id}`)

function refuseContradictions(options: RegionalOptions): void {
  const { regionalisation: method } = options
  if (options.fromRegionalSmes === 1 && options.refilled === 1) {
    throw new RefusedError('--from-regional-smes and --refilled cannot both be 1: places would come free without end')
  }
  const first = (names: readonly (keyof typeof optionNames)[]) => {
    const name = names.find((each) => options[each] !== undefined)
    return name === undefined ? null : optionNames[name]
  }
  if (method === undefined || method === 'RETENTION') {
    const own = first(['delta', 'householdDelta', 'area', 'mining', 'employment'])
    if (own === optionNames.delta) throw new RefusedError(`${own} goes with --regionalisation FLQ or AFLQ`)
    if (own !== null) throw new RefusedError(`${own} goes with --regionalisation SLQ, CILQ, FLQ or AFLQ`)
    return
  }
  const cut = first(['retentionShare', 'retentionApply'])
  if (cut !== null) {
    throw new RefusedError(`${cut} and --regionalisation ${method} both say what stays in the region: leave one out`)
  }
  if (options.delta !== undefined && !takesDelta(method)) {
    throw new RefusedError(`--delta goes with --regionalisation FLQ or AFLQ; ${method} takes none`)
  }
}

/** What the API calls its arguments, and the options that give them; longer names first. */
const argumentsOfOptions: readonly (readonly [RegExp, string])[] = [
  [/\bregionalisation\.householdDelta\b/g, '--household-delta'],
  [/\bregionalisation\.(delta|area|mining|employment)\b/g, '--$1'],
  [/\bregionalisation(\.method)?(?=[: ])/g, '--regionalisation'],
  [/\bdisplacement\.fromRegionalSmes\b/g, '--from-regional-smes'],
  [/\bdisplacement\.refilled\b/g, '--refilled'],
]

/** Waits for an answer, and tells a refusal by the option that it is about. @throws RefusedError */
export async function inWordsOfOptions<Answer>(answer: Promise<Answer>): Promise<Answer> {
  try {
    return await answer
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error
    throw new RefusedError(
      argumentsOfOptions.reduce((message, [name, option]) => message.replaceAll(name, option), error.message),
    )
  }
}
