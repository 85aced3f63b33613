/** Why there is nothing on the canvas, and what can be done about it. */
import { useState } from 'preact/hooks'
import { turnedTo } from '../../../engine/core/drawing/turned.ts'
import type { DraftSession } from '../../draft/session.ts'
import { useAnnounce } from '../../frame/announcer.tsx'
import { Button } from '../../frame/button.tsx'
import { Notice } from '../../frame/notice.tsx'
import { useLanguage } from '../../language/language.tsx'
import type { Shape } from '../canvas/binding.ts'
import { PROCEDURE_WORDS as WORDS, UNDRAWN_WORDS } from '../words.ts'

interface ShapeNoticeProps {
  readonly session: DraftSession
  readonly file: string
  readonly shape: Shape
}

export function ShapeNotice({ session, file, shape }: ShapeNoticeProps) {
  const { say, dir } = useLanguage()
  const announce = useAnnounce()
  const [left, setLeft] = useState<{ readonly file: string; readonly words: string }>()
  const layOut = async (): Promise<void> => {
    const { laidOut } = await import('../drawings/auto-layout.ts')
    const laid = await laidOut(session.files.get(file) ?? '')
    if (laid === undefined) return announce(say(WORDS.layOutFailed))
    session.change(WORDS.stepLayOut, new Map([[file, await turnedTo(dir, laid.xml)]]))
    announce(say(WORDS.laidOut))
    const what = [...laid.undrawn].map(
      ([type, count]) => `${say(UNDRAWN_WORDS[type] ?? { ar: type, en: type })} (${count})`,
    )
    setLeft(what.length === 0 ? undefined : { file, words: say(WORDS.leftUndrawn, { what: what.join('، ') }) })
    return undefined
  }
  if (shape.kind === 'undrawn')
    return (
      <Notice kind="warn">
        <p>{say(WORDS.undrawn)}</p>
        <Button kind="primary" onClick={() => void layOut()}>
          {say(WORDS.layOut)}
        </Button>
      </Notice>
    )
  if (shape.kind === 'unreadable') return <Notice kind="bad">{say(WORDS.unreadable, { reason: shape.reason })}</Notice>
  if (shape.kind === 'gone') return <Notice kind="warn">{say(WORDS.gone)}</Notice>
  return left?.file === file ? <Notice kind="warn">{left.words}</Notice> : null
}
