import { useEffect, useId, useState } from 'preact/hooks'
import { graphql } from '../generated/gql.js'
import type { EntityKind } from '../generated/graphql.js'
import { useLang, useTexts } from '../language/language.js'
import { partTexts } from '../language/parts.js'
import { useAnswer } from '../use-answer.js'
import { AsWritten } from './as-written.js'
import { useDelayed } from './use-delayed.js'

const searchDocument = graphql(`
  query ExplorerSearch($text: String!, $kinds: [EntityKind!], $lang: Lang!) {
    search(text: $text, kinds: $kinds, first: 8) {
      edges {
        node {
          __typename
          id
          name(lang: $lang)
        }
      }
    }
  }
`)

/** An entity as a search finds it. */
export interface Found {
  readonly id: string
  readonly name: string
}

/**
 * A box in which one types a name, with a list of what it could be (the combobox of the ARIA Authoring Practices).
 * @param onPick called with what was chosen.
 */
export function EntitySearch({
  label,
  hint,
  kinds,
  onPick,
}: {
  readonly label: string
  readonly hint?: string
  readonly kinds?: readonly EntityKind[]
  readonly onPick: (found: Found) => void
}) {
  const texts = useTexts(partTexts)
  const lang = useLang()
  const id = useId()
  const [text, setText] = useState('')
  const [open, setOpen] = useState(false)
  const [at, setAt] = useState(-1)
  const asked = useDelayed(text.trim(), 150)
  const isName = /[\p{L}\p{N}]/u.test(asked)
  const answer = useAnswer(searchDocument, !isName ? null : { text: asked, kinds: kinds ? [...kinds] : null, lang })
  const found = answer.data?.search.edges ?? []
  // What is found may be of the letters before: the key Enter means what is found of all that is typed.
  const isOfAll = asked === text.trim() && !answer.waiting && answer.error === null
  const [isWanted, setWanted] = useState(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is picked is what is found then
  useEffect(() => {
    if (!isWanted || !isOfAll) return
    setWanted(false)
    pick(0)
  }, [isWanted, isOfAll])

  function pick(index: number) {
    const node = found[index]?.node
    if (!node) return
    setText('')
    setOpen(false)
    setAt(-1)
    onPick(node)
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      setOpen(true)
      const step = event.key === 'ArrowDown' ? 1 : -1
      setAt((now) => (found.length === 0 ? -1 : (now + step + found.length) % found.length))
    } else if (event.key === 'Enter' && open) {
      event.preventDefault()
      if (at >= 0 || isOfAll) pick(Math.max(at, 0))
      else setWanted(true)
    } else if (event.key === 'Escape') {
      setOpen(false)
      setAt(-1)
    }
  }

  // A text that the server refuses finds nothing either.
  const isAway = answer.error !== null && answer.error.code !== 'BAD_USER_INPUT'
  const shown = open && isName && !(answer.waiting && found.length === 0)
  return (
    <div class="entity-search">
      <label for={`${id}-box`}>{label}</label>
      <input
        id={`${id}-box`}
        type="search"
        role="combobox"
        autocomplete="off"
        aria-expanded={shown}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={shown && at >= 0 ? `${id}-${at}` : undefined}
        placeholder={hint}
        value={text}
        onInput={(event) => {
          setText(event.currentTarget.value)
          setOpen(true)
          setAt(-1)
          setWanted(false)
        }}
        onKeyDown={onKeyDown}
        onBlur={() => setOpen(false)}
      />
      <div id={`${id}-list`} class="options" role="listbox" aria-label={label} hidden={!shown || found.length === 0}>
        {found.map(({ node }, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: keys act on the box
          // biome-ignore lint/a11y/useFocusableInteractive: the box keeps the focus, as the pattern asks
          <div
            key={node.id}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === at}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => pick(index)}
          >
            <AsWritten>{node.name}</AsWritten> <span class="kind">{texts.kinds[kindOf(node.__typename)]}</span>
          </div>
        ))}
      </div>
      {shown && found.length === 0 && !isAway && <p class="hint">{texts.searchEmpty}</p>}
      {shown && isAway && <p class="hint">{texts.away}</p>}
    </div>
  )
}

/** The kind of an entity, from its type's name in the API. */
export function kindOf(typename: string): EntityKind {
  return kindsByType[typename] ?? 'CLAIM'
}

const kindsByType: Readonly<Record<string, EntityKind>> = {
  CaseStudy: 'CASE',
  Challenge: 'CHALLENGE',
  Claim: 'CLAIM',
  Country: 'COUNTRY',
  County: 'COUNTY',
  Establishment: 'ESTABLISHMENT',
  Firm: 'FIRM',
  Initiative: 'INITIATIVE',
  InputOutputTable: 'INPUT_OUTPUT_TABLE',
  EmploymentTable: 'EMPLOYMENT_TABLE',
  Method: 'METHOD',
  Municipality: 'MUNICIPALITY',
  Need: 'NEED',
  Phase: 'PHASE',
  Recommendation: 'RECOMMENDATION',
  Requirement: 'REQUIREMENT',
  Scenario: 'SCENARIO',
  Sector: 'SECTOR',
  SizeClassEntity: 'SIZE_CLASS',
  Source: 'SOURCE',
  SpilloverRun: 'SPILLOVER_RUN',
  Strength: 'STRENGTH',
  StructureCell: 'STRUCTURE_CELL',
  SupplyCategory: 'SUPPLY_CATEGORY',
  SupportActor: 'SUPPORT_ACTOR',
  SupportArea: 'SUPPORT_AREA',
}
