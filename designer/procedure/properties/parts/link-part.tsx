/** A door to another page; where there is nothing behind it yet, it is made here. */
import { useState } from 'preact/hooks'
import type { DraftSession } from '../../../draft/session.ts'
import { NewTemplateDialog } from '../../../documents/new-template-dialog.tsx'
import { Button } from '../../../frame/button.tsx'
import { NewFormDialog } from '../../../forms/new-form-dialog.tsx'
import { useLanguage } from '../../../language/language.tsx'
import type { Entry } from '../entry.ts'
import type { Of } from './said.ts'

export function LinkPart({ entry, context: { session }, onChange, go }: Of<'link'>) {
  const { say } = useLanguage()
  const [isMaking, setMaking] = useState(false)
  const { making } = entry
  return (
    <>
      <p class="field">
        <Button
          kind="plain"
          icon={making ? 'add' : 'edit'}
          disabled={making !== undefined && session.saving.kind === 'readonly'}
          onClick={() => (making ? setMaking(true) : go(entry.view, ...entry.at))}
        >
          {say(entry.label)}
        </Button>
      </p>
      {isMaking && making && (
        <Making
          making={making}
          session={session}
          onMade={(name) => {
            setMaking(false)
            onChange(making.made(name))
          }}
          onClose={() => setMaking(false)}
        />
      )}
    </>
  )
}

interface MakingProps {
  readonly making: NonNullable<Extract<Entry, { kind: 'link' }>['making']>
  readonly session: DraftSession
  readonly onMade: (name: string) => void
  readonly onClose: () => void
}

function Making({ making: { kind, proposed }, ...rest }: MakingProps) {
  return kind === 'form' ? (
    <NewFormDialog {...rest} {...(proposed && { proposed })} />
  ) : (
    <NewTemplateDialog {...rest} kind={kind} />
  )
}
