import type { EntityKind } from '../../generated/graphql.js'

/** The colour of each kind, as the style sheet names it; one meaning has one colour everywhere. */
export function colourOfKind(kind: EntityKind): string {
  switch (kind) {
    case 'ESTABLISHMENT':
      return '--venture'
    case 'SUPPORT_ACTOR':
      return '--actor'
    case 'FIRM':
      return '--firm'
    case 'INITIATIVE':
      return '--initiative'
    case 'NEED':
    case 'SUPPORT_AREA':
    case 'REQUIREMENT':
      return '--need'
    case 'SECTOR':
    case 'SUPPLY_CATEGORY':
      return '--sector'
    default:
      return '--place'
  }
}

const communities = ['--actor', '--venture', '--firm', '--initiative', '--need', '--sector', '--direct', '--induced']

/** The colours of the largest communities; the many small ones share one. */
export const colourOfCommunity = (community: number): string => communities[community] ?? '--place'
