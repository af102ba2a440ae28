import { describe, expect, it } from 'vitest'
import { type LastSeen, lastSeenLines, oldestFirst } from '../../src/support/facts/last-seen.js'

const seen = (id: string, lastSeen: number | null, status: LastSeen['status'] = null): LastSeen => ({
  id,
  name: id.toUpperCase(),
  sortName: id,
  ...{ kind: 'INITIATIVE', lastSeen, lastSeenIn: null, status },
})

describe('what was last seen when', () => {
  it('stands oldest first, before all what no page with a year names', () => {
    const rows = [seen('d', 2022), seen('c', 2016), seen('b', 2016), seen('a', 2024), seen('e', null)]
    expect(oldestFirst(rows).map(({ id }) => id)).toEqual(['e', 'b', 'c', 'd', 'a'])
  })

  it('is one line each, in columns', () => {
    expect(lastSeenLines([seen('initiative:loan', null, 'UNCONFIRMED'), seen('actor:fund', 2016)])).toEqual([
      '–     UNCONFIRMED  initiative:loan  INITIATIVE:LOAN',
      '2016               actor:fund       ACTOR:FUND',
    ])
    expect(lastSeenLines([])).toEqual([])
  })
})
