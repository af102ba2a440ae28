import { coverageTexts, evidenceSigns, levelSigns, plannedSign } from '../../language/coverage.js'
import { coverageChangeTexts } from '../../language/coverage-change.js'
import { useTexts } from '../../language/language.js'
import { Term } from '../../parts/term.js'
import { shades } from './level.js'

/** How well support is known, the surest first. */
export const evidences = ['IN_FORCE', 'LAST_SEEN', 'COMPETENCE', 'AREA'] as const

/**
 * What the signs in cells mean: from how near support comes, and how well it is known.
 * @param isTried whether some are marked as changed.
 * @param isPlanned whether in some the best is there by what is tried alone.
 */
export function CoverageLegend({ isTried, isPlanned }: { readonly isTried: boolean; readonly isPlanned: boolean }) {
  const texts = useTexts(coverageTexts)
  const { changedSign } = useTexts(coverageChangeTexts)
  return (
    <div class="coverage-legend">
      <p class="legend-head">
        <Term of="level">{texts.level}</Term>
      </p>
      <ul class="legend">
        {shades.map((shade) => (
          <li key={shade}>
            <LegendSign class={`level-${shade}`} sign={levelSigns[shade]} /> {texts.shades[shade]}
          </li>
        ))}
      </ul>
      <p class="legend-head">
        <Term of="evidence">{texts.best}</Term>
      </p>
      <ul class="legend">
        {evidences.map((evidence) => (
          <li key={evidence}>
            <LegendSign class="sign-of-evidence" sign={evidenceSigns[evidence]} /> {texts.bestEvidence[evidence]}
          </li>
        ))}
        {isPlanned && (
          <li>
            <LegendSign class="sign-of-evidence" sign={plannedSign} /> {texts.plannedEvidence}
          </li>
        )}
        {isTried && (
          <li>
            <LegendSign class="sign-of-change" sign="" /> {changedSign}
          </li>
        )}
      </ul>
    </div>
  )
}

/** A sign as it stands in a cell; drawn, so that it is in the picture's files too. */
const LegendSign = ({ class: name, sign }: { readonly class: string; readonly sign: string }) => (
  <svg class="legend-sign" viewBox="0 0 20 20" width={18} height={18} aria-hidden="true">
    <rect class={`drawn-cell ${name}`} width={20} height={20} rx={3} />
    <text class={`drawn-sign ${name}`} x={10} y={11} text-anchor="middle" dominant-baseline="central" font-size={14}>
      {sign}
    </text>
  </svg>
)
