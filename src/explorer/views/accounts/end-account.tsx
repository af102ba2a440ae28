import { useRef, useState } from 'preact/hooks'
import { ask } from '../../ask.js'
import { graphql } from '../../generated/gql.js'
import type { ExplorerAccountShownFragment } from '../../generated/graphql.js'
import { accountTexts } from '../../language/accounts.js'
import { useTexts } from '../../language/language.js'
import { AsksFirst } from '../../parts/asks-first.js'
import { FormProblem, Told } from '../../parts/form.js'
import { useSend } from '../../parts/use-send.js'
import { updateDocument } from './update-account.js'

const removeDocument = graphql(`
  mutation ExplorerRemoveAccount($name: String!) {
    removeAccount(name: $name) {
      name
    }
  }
`)

/** Disables an account or enables it again, or takes it out. */
export function EndAccount({
  account: { name, isDisabled },
  onChanged,
  onRemoved,
}: {
  readonly account: ExplorerAccountShownFragment
  readonly onChanged: () => void
  readonly onRemoved: () => void
}) {
  const texts = useTexts(accountTexts)
  const sending = useSend()
  const [told, setTold] = useState<string | null>(null)
  const all = useRef<HTMLDivElement>(null)

  async function disable(isToBe: boolean) {
    setTold(null)
    const isDone = await sending.send(async () => {
      await ask(updateDocument, { input: { name, isDisabled: isToBe } })
    })
    if (!isDone) return
    setTold(isToBe ? texts.nowDisabled(name) : texts.nowEnabled(name))
    onChanged()
    all.current?.focus()
  }
  async function remove() {
    setTold(null)
    const isDone = await sending.send(async () => {
      await ask(removeDocument, { name })
    })
    if (isDone) onRemoved()
  }
  const { error } = sending
  const isLastAdmin = error?.code === 'BAD_USER_INPUT' && ['isDisabled', 'name'].includes(error.argument ?? '')
  return (
    // biome-ignore lint/a11y/useSemanticElements: it holds no fields
    <div ref={all} tabIndex={-1} role="group" aria-label={texts.endAccount}>
      <Told words={told} />
      {isLastAdmin ? (
        <p class="fault" role="alert">
          {texts.lastAdmin}
        </p>
      ) : (
        <FormProblem error={error} />
      )}
      <div class="account-ends">
        {isDisabled ? (
          <button type="button" onClick={() => disable(false)}>
            {texts.enable}
          </button>
        ) : (
          <AsksFirst label={texts.disable} question={texts.disableAsk(name)} onYes={() => disable(true)} />
        )}
        <AsksFirst label={texts.removeAccount} question={texts.removeAsk(name)} onYes={remove} />
      </div>
    </div>
  )
}
