import type { Address } from '../../address.js'
import { useFormat, useLang, useTexts } from '../../language/language.js'
import { networkTexts } from '../../language/network.js'
import { partTexts } from '../../language/parts.js'
import { Answered, Empty } from '../../parts/answered.js'
import { useAsked } from '../../parts/asked.js'
import { AskedInLine, ExampleNote } from '../../parts/asked-in-line.js'
import { type Answer, useAnswer } from '../../use-answer.js'
import { aroundDocument, betweenDocument, namesDocument } from './documents.js'
import { NetworkForm } from './network-form.js'
import { askedOf, MOST_WAYS, passesCounties, settled } from './question.js'
import { Shown } from './shown-network.js'

/** What lies around some entities, or between two, drawn, listed and told; all of it in the address. */
export function Network() {
  const texts = useTexts(networkTexts)
  const lang = useLang()
  const { own, asked, example } = useAsked('network', ['of'])
  const { between, around } = askedOf(asked)
  const ways = useAnswer(betweenDocument, between === null ? null : { ...between, limit: MOST_WAYS, lang })
  const lying = useAnswer(aroundDocument, around === null ? null : { ...around, lang })
  const { names, areThere } = useNames([
    ...asked.list('of'),
    ...asked.list('without'),
    ...[asked.get('to')].flatMap((to) => to ?? []),
  ])
  const change = (values: Readonly<Record<string, string | null>>) => own.set(settled(asked, values))
  const add = (id: string) => {
    const name = between === null ? 'of' : 'around'
    change({ [name]: [...new Set([...asked.list(name), id])].join(',') })
  }
  // Whoever adds something to an example asks a question of their own.
  const begin = (id: string) => own.set({ of: id })
  const said = useSaid(asked, names)
  const isNothing = between === null && around === null
  const first = between === null ? lying : ways
  const answer: Answer<unknown> = {
    data: first.data,
    error: first.error ?? lying.error,
    waiting: first.waiting || lying.waiting,
    again: () => {
      first.again()
      lying.again()
    },
  }
  return (
    <>
      <h1>{texts.heading}</h1>
      {isNothing && <p class="lead">{texts.lead}</p>}
      <ExampleNote name={example} />
      <div class={`network-asked${areThere ? '' : ' nameless'}`}>
        <AskedInLine label={texts.form} said={said} isAsked={!isNothing && example === null}>
          <NetworkForm asked={asked} onChange={change} onAdd={example === null ? add : begin} />
        </AskedInLine>
      </div>
      {isNothing && <Empty>{texts.startHere}</Empty>}
      <div class="network-answer">
        <Answered answer={answer}>
          {() => (
            <Shown
              asked={asked}
              ways={between === null ? null : (ways.data?.paths ?? [])}
              lying={around === null ? null : (lying.data?.neighbourhood ?? null)}
              names={names}
              change={change}
              add={add}
            />
          )}
        </Answered>
      </div>
    </>
  )
}

/** Names of some entities by their ids, as far as they are there, and whether they are. */
function useNames(ids: readonly string[]) {
  const lang = useLang()
  const { data, waiting } = useAnswer(
    namesDocument,
    ids.length === 0 ? null : { ids: [...new Set(ids)].slice(0, 200), lang },
  )
  const found = (data?.nodes ?? []).flatMap((node): [string, string][] =>
    node && 'id' in node ? [[node.id, node.name]] : [],
  )
  return { names: new Map(found), areThere: data !== null || !waiting }
}

/** What an address asks, in words. */
function useSaid(asked: Address, names: ReadonlyMap<string, string>): string[] {
  const { said } = useTexts(networkTexts)
  const { kinds } = useTexts(partTexts)
  const format = useFormat()
  const { between, around } = askedOf(asked)
  const nameOf = (id: string) => names.get(id) ?? '…'
  if (between !== null) {
    return [
      nameOf(between.from),
      said.way(nameOf(between.to)),
      passesCounties(asked) ? said.counties : said.notCounties,
    ]
  }
  if (around === null) return []
  return [
    format.list(around.of.map(nameOf)),
    said.steps(format.count(around.depth)),
    ...(around.kinds ?? []).map((kind) => kinds[kind].toLowerCase()),
    said.most(format.count(around.limit)),
  ]
}
