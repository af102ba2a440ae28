import { useEffect } from 'preact/hooks'
import { graphql } from '../../generated/gql.js'
import { accountTexts } from '../../language/accounts.js'
import { useLang, useTexts } from '../../language/language.js'
import { Answered, NotAllowed } from '../../parts/answered.js'
import { EntityName } from '../../parts/entity-name.js'
import { TakesAccount } from '../../parts/takes-account.js'
import { Tokens } from '../../parts/tokens.js'
import { useTitle } from '../../parts/use-title.js'
import { useSession } from '../../session.js'
import { useAnswer } from '../../use-answer.js'
import { ChangePassword } from './change-password.js'

const accountDocument = graphql(`
  query ExplorerAccount($lang: Lang!) {
    viewer {
      name
      displayName
      role
      hasPassword
      actsFor {
        id
        name(lang: $lang)
      }
      tokens {
        ...ExplorerToken
      }
    }
  }
`)

/** One's own account: who one is here, one's password, and tokens for programs. */
export function Account() {
  const texts = useTexts(accountTexts)
  useTitle(texts.account)
  return (
    <>
      <h1>{texts.account}</h1>
      <TakesAccount>{() => <OwnAccount />}</TakesAccount>
    </>
  )
}

function OwnAccount() {
  const texts = useTexts(accountTexts)
  const answer = useAnswer(accountDocument, { lang: useLang() })
  const { again, data } = answer
  const { missed, signedInTimes } = useSession()
  // Who asks is no error: that it is nobody any more shows in the answer alone.
  const isNobody = data !== null && data.viewer === null
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once when nobody is there, and again once somebody is
  useEffect(() => {
    if (isNobody) missed()
  }, [isNobody])
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => {
    if (isNobody) again()
  }, [signedInTimes])
  return (
    <Answered answer={answer}>
      {({ viewer }) =>
        viewer === null ? (
          <NotAllowed code="UNAUTHENTICATED" />
        ) : (
          <>
            <dl class="facts">
              <div>
                <dt>{texts.name}</dt>
                <dd>{viewer.name}</dd>
              </div>
              <div>
                <dt>{texts.displayName}</dt>
                <dd>{viewer.displayName}</dd>
              </div>
              <div>
                <dt>{texts.role}</dt>
                <dd>
                  {texts.roles[viewer.role]}: {texts.may[viewer.role]}
                </dd>
              </div>
              <div>
                <dt>{texts.actsFor}</dt>
                {viewer.actsFor.length === 0 && <dd>{texts.actsForNobody}</dd>}
                {viewer.actsFor.map((actor) => (
                  <dd key={actor.id}>
                    <EntityName entity={actor} />
                  </dd>
                ))}
              </div>
            </dl>
            <section>
              <h2>{texts.changePassword}</h2>
              {viewer.hasPassword ? <ChangePassword name={viewer.name} /> : <p>{texts.noPassword}</p>}
            </section>
            <section>
              <h2>{texts.tokens}</h2>
              <p>{texts.tokensWhy}</p>
              <Tokens owner={viewer.name} most={viewer.role} tokens={viewer.tokens} onChanged={answer.again} />
            </section>
          </>
        )
      }
    </Answered>
  )
}
