/**
 * A procedure as it is drawn, to be looked at: moved and enlarged, with what stands where. The table beside it says the
 * same in words; the canvas itself is an island that reads left to right.
 */
import { useEffect, useRef, useState } from 'preact/hooks'
import { useLanguage } from '../language/language.tsx'
import { Notice } from '../frame/notice.tsx'
import type { Shown, Viewer } from './viewer.ts'
import { LIVE_WORDS as WORDS } from './words.ts'

interface DrawingProps {
  readonly xml: string
  /** What it is, for who cannot see it. */
  readonly label: string
  readonly shown: Shown
  readonly onChoose?: (element: string) => void
}

export function Drawing({ xml, label, shown, onChoose }: DrawingProps) {
  const { say, language } = useLanguage()
  const place = useRef<HTMLDivElement>(null)
  const viewer = useRef<Viewer>()
  const choose = useRef(onChoose)
  choose.current = onChoose
  const [drawn, setDrawn] = useState<'not yet' | 'drawn' | 'undrawn'>('not yet')

  useEffect(() => {
    let gone = false
    setDrawn('not yet')
    const draw = async (): Promise<void> => {
      const { openViewer } = await import('./viewer.ts')
      if (gone || place.current === null) return
      const made = openViewer(place.current, language, (element) => choose.current?.(element))
      viewer.current = made
      const done = await made.draw(xml)
      if (!gone) setDrawn(done ? 'drawn' : 'undrawn')
    }
    void draw()
    return () => {
      gone = true
      viewer.current?.close()
      viewer.current = undefined
    }
  }, [xml, language])

  useEffect(() => {
    if (drawn === 'drawn') viewer.current?.show(shown)
  }, [drawn, shown])

  return (
    <>
      {drawn === 'undrawn' && <Notice kind="plain">{say(WORDS.undrawn)}</Notice>}
      <div class="live-canvas" dir="ltr" role="group" aria-label={label} hidden={drawn === 'undrawn'} ref={place} />
    </>
  )
}
