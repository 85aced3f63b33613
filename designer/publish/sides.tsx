/** One drawing before and after: moved together, what changed marked, and gone through change by change. */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { Difference } from '../../engine/core/package/difference/difference.ts'
import type { Text } from '../../engine/core/text.ts'
import { Button } from '../frame/button.tsx'
import { Notice } from '../frame/notice.tsx'
import { useLanguage } from '../language/language.tsx'
import type { Shown } from '../procedure/lettering/name.ts'
import type { Mark, Marks, Viewer } from './viewer.ts'
import { PUBLISH_WORDS as WORDS } from './words.ts'

interface SidesProps {
  readonly title: string
  /** Absent: the file is not on this side. */
  readonly before: string | undefined
  readonly after: string | undefined
  /** Those of this file. */
  readonly differences: readonly Difference[]
  readonly shown: Shown
}

type Words = Readonly<Record<Mark['kind'], string>>

/** What becomes of each element of one side; whether it is there at all weighs more than how it changes. */
function marksOf(differences: readonly Difference[], words: Words, other: 'added' | 'removed'): Marks {
  const marks = new Map<string, Mark>()
  for (const { place, change } of differences) {
    const kind = change === 'renamed' ? 'changed' : change
    if (place === undefined || kind === other || (marks.has(place) && kind === 'changed')) continue
    marks.set(place, { kind, words: words[kind] })
  }
  return marks
}

export function Sides({ title, before, after, differences, shown }: SidesProps) {
  const { say, language } = useLanguage()
  const [left, right] = [useRef<Viewer>(), useRef<Viewer>()]
  const [at, setAt] = useState<number>()
  const [gone, come] = useMemo(() => {
    const words = { added: say(WORDS.added), removed: say(WORDS.removed), changed: say(WORDS.changed) }
    return [marksOf(differences, words, 'added'), marksOf(differences, words, 'removed')]
  }, [differences, say])
  const told = differences.filter(({ place }) => place !== undefined)
  const viewers = (): readonly Viewer[] => [left.current, right.current].flatMap((it) => it ?? [])

  function step(by: 1 | -1): void {
    const next = at === undefined ? (by === 1 ? 0 : told.length - 1) : (at + by + told.length) % told.length
    const { place = '' } = told[next] ?? {}
    const box = right.current?.boxOf(place) ?? left.current?.boxOf(place)
    setAt(next)
    if (box) for (const viewer of viewers()) viewer.look(box, place)
  }

  const follow = (other: typeof left) => (viewer: Viewer) => viewer.onMoved((seen) => other.current?.follow(seen))

  return (
    <section class="publish-drawing" aria-label={title}>
      <div class="bar">
        <h3>{title}</h3>
        <div class="buttons">
          <Button icon="up" disabled={told.length === 0} onClick={() => step(-1)}>
            {say(WORDS.lastChange)}
          </Button>
          <Button icon="down" disabled={told.length === 0} onClick={() => step(1)}>
            {say(WORDS.nextChange)}
          </Button>
          <Button
            onClick={() => {
              setAt(undefined)
              for (const viewer of viewers()) viewer.whole()
            }}
          >
            {say(WORDS.wholeDrawing)}
          </Button>
        </div>
      </div>
      <p class="publish-at" role="status">
        {at !== undefined && told[at] && (
          <>
            {say(WORDS.changeOf, { number: at + 1, all: told.length })} {told[at].sentence[language]}
          </>
        )}
      </p>
      <div class="publish-sides">
        <Side words={WORDS.before} xml={before} viewer={left} marks={gone} shown={shown} onOpen={follow(right)} />
        <Side words={WORDS.after} xml={after} viewer={right} marks={come} shown={shown} onOpen={follow(left)} />
      </div>
    </section>
  )
}

interface SideProps {
  readonly words: Text
  readonly xml: string | undefined
  readonly viewer: { current: Viewer | undefined }
  readonly marks: Marks
  readonly shown: Shown
  readonly onOpen: (viewer: Viewer) => void
}

function Side({ words, xml, viewer, marks, shown, onOpen }: SideProps) {
  const { say } = useLanguage()
  const place = useRef<HTMLDivElement>(null)
  const [drawn, setDrawn] = useState<'not yet' | 'drawn' | 'undrawn'>('not yet')

  useEffect(() => {
    let gone = false
    setDrawn('not yet')
    const draw = async (): Promise<void> => {
      const { openViewer } = await import('./viewer.ts')
      if (gone || place.current === null || xml === undefined) return
      const made = openViewer(place.current)
      viewer.current = made
      const done = await made.draw(xml)
      if (gone) return
      onOpen(made)
      setDrawn(done ? 'drawn' : 'undrawn')
    }
    void draw()
    return () => {
      gone = true
      viewer.current?.close()
      viewer.current = undefined
    }
  }, [xml])

  useEffect(() => {
    if (drawn === 'drawn') viewer.current?.mark(marks)
  }, [drawn, marks])
  useEffect(() => {
    if (drawn === 'drawn') viewer.current?.name(shown)
  }, [drawn, shown])

  return (
    <div>
      <h4>{say(words)}</h4>
      {xml === undefined && <p class="hint">{say(WORDS.noSide)}</p>}
      {drawn === 'undrawn' && <Notice kind="plain">{say(WORDS.undrawn)}</Notice>}
      {xml !== undefined && (
        <div
          class="publish-canvas"
          dir="ltr"
          role="group"
          aria-label={say(words)}
          data-drawn={drawn === 'drawn' ? '' : undefined}
          hidden={drawn === 'undrawn'}
          ref={place}
        />
      )}
    </div>
  )
}
