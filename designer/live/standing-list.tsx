/** Who waits at a step, the longest first: by reference number alone, each a way into its record. */
import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import { ROUTES } from '../app/routes.ts'
import { Button } from '../frame/button.tsx'
import { useLanguage } from '../language/language.tsx'
import type { Answer } from '../server/client.ts'
import { LIVE, type LiveProcess, type LiveVersion, type Standing } from './asked.ts'
import { durationIn } from './duration.ts'
import { Link } from './link.tsx'
import { Unanswered } from './unanswered.tsx'
import { LIVE_WORDS as WORDS } from './words.ts'

interface StandingListProps {
  readonly live: LiveVersion
  readonly process: LiveProcess
  readonly element: string
}

export function StandingList({ live, process, element }: StandingListProps) {
  const { say, language } = useLanguage()
  const [items, setItems] = useState<Standing['items']>([])
  const [answer, setAnswer] = useState<Answer<Standing>>()
  const head = useRef<HTMLHeadingElement>(null)
  const { packageId, version } = live
  const load = useCallback(
    async (after?: string) => {
      const told = await LIVE.standing(packageId, version, process.id, element, after)
      setAnswer(told)
      if (told.kind === 'ok') setItems((before) => [...before, ...told.value.items])
    },
    [packageId, version, process.id, element],
  )
  useEffect(() => {
    void load()
    head.current?.focus()
  }, [load])
  const name = process.elements.find(({ id }) => id === element)?.name[language] || element
  const next = answer?.kind === 'ok' ? answer.value.next : undefined
  return (
    <section>
      <h2 ref={head} tabIndex={-1}>
        {say(WORDS.who, { name })}
      </h2>
      <p class="hint">{say(WORDS.whoMore)}</p>
      {answer?.kind !== 'ok' && <Unanswered answer={answer} />}
      {items.length > 0 && (
        <table class="live-steps">
          <thead>
            <tr>
              <th scope="col">{say(WORDS.reference)}</th>
              <th scope="col">{say(WORDS.since)}</th>
            </tr>
          </thead>
          <tbody>
            {items.map(({ instance, reference, since }) => (
              <tr key={instance}>
                <td>
                  <Link to={ROUTES.live('applications', instance)}>
                    <bdi>{reference}</bdi>
                  </Link>
                </td>
                <td>{durationIn(language, Date.now() - Date.parse(since))}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {next !== undefined && <Button onClick={() => void load(next)}>{say(WORDS.more)}</Button>}
    </section>
  )
}
