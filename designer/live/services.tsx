/** The versions that are deployed, and a way to an application whose number is at hand. */
import { useState } from 'preact/hooks'
import { goTo, ROUTES } from '../app/routes.ts'
import { Button } from '../frame/button.tsx'
import { TextField } from '../frame/text-field.tsx'
import { useLanguage } from '../language/language.tsx'
import { DRAFTS } from '../server/drafts.ts'
import { useAsked } from './asking.ts'
import { Link } from './link.tsx'
import { Unanswered } from './unanswered.tsx'
import { LIVE_WORDS as WORDS } from './words.ts'

export function Services() {
  const { say, language } = useLanguage()
  const { answer } = useAsked(DRAFTS.packages)
  return (
    <>
      <h1>{say(WORDS.title)}</h1>
      <Find />
      {answer?.kind !== 'ok' ? (
        <Unanswered answer={answer} />
      ) : answer.value.items.length === 0 ? (
        <p class="empty">{say(WORDS.none)}</p>
      ) : (
        <table class="live-steps">
          <caption class="hidden-label">{say(WORDS.lead)}</caption>
          <thead>
            <tr>
              <th scope="col">{say(WORDS.service)}</th>
              <th scope="col">{say(WORDS.versions)}</th>
            </tr>
          </thead>
          <tbody>
            {answer.value.items.map(({ packageId, title, versions }) => (
              <tr key={packageId}>
                <td>
                  {title[language] || packageId} <code>{packageId}</code>
                </td>
                <td>
                  <span class="buttons">
                    {versions.map((version) => (
                      <Link key={version} class="btn" to={ROUTES.live(packageId, version)}>
                        <bdi>{version}</bdi>
                      </Link>
                    ))}
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  )
}

function Find() {
  const { say } = useLanguage()
  const [reference, setReference] = useState('')
  return (
    <form
      class="live-find"
      onSubmit={(event) => {
        event.preventDefault()
        if (reference.trim() !== '') goTo(ROUTES.live('applications', reference.trim()))
      }}
    >
      <TextField
        label={say(WORDS.find)}
        hint={say(WORDS.whoMore)}
        value={reference}
        onChange={setReference}
        dir="ltr"
      />
      <Button type="submit">{say(WORDS.go)}</Button>
    </form>
  )
}
