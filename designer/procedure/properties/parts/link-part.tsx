/** A door to another page; where there is nothing behind it yet, it is made here. */
import { useState } from 'preact/hooks'
import { APP_WORDS } from '../../../app/words.ts'
import { Button } from '../../../frame/button.tsx'
import { Notice } from '../../../frame/notice.tsx'
import { useLanguage } from '../../../language/language.tsx'
import type { Of } from './said.ts'

type Dialog = typeof import('./making.tsx').default
type Shown = { readonly kind: 'nothing' | 'failed' } | { readonly kind: 'dialog'; readonly dialog: Dialog }

export function LinkPart({ entry, context: { session }, onChange, go }: Of<'link'>) {
  const { say } = useLanguage()
  const [shown, show] = useState<Shown>({ kind: 'nothing' })
  const { making } = entry
  const make = (): void =>
    void import('./making.tsx').then(
      (module) => show({ kind: 'dialog', dialog: module.default }),
      () => show({ kind: 'failed' }),
    )
  return (
    <>
      <p class="field">
        <Button
          kind="plain"
          icon={making ? 'add' : 'edit'}
          disabled={making !== undefined && session.saving.kind === 'readonly'}
          onClick={() => (making ? make() : go(entry.view, ...entry.at))}
        >
          {say(entry.label)}
        </Button>
      </p>
      {shown.kind === 'failed' && <Notice kind="bad">{say(APP_WORDS.unloaded)}</Notice>}
      {shown.kind === 'dialog' && making && (
        <shown.dialog
          making={making}
          session={session}
          onMade={(name) => {
            show({ kind: 'nothing' })
            onChange(making.made(name))
          }}
          onClose={() => show({ kind: 'nothing' })}
        />
      )}
    </>
  )
}
