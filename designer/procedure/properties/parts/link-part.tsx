/** A door to another page; where there is nothing behind it yet, it is made here. */
import { useState } from 'preact/hooks'
import type { DraftSession } from '../../../draft/session.ts'
import { NewDecisionDialog } from '../../../decisions/new-decision-dialog.tsx'
import { NewTemplateDialog } from '../../../documents/new-template-dialog.tsx'
import { Button } from '../../../frame/button.tsx'
import { NewFormDialog } from '../../../forms/new-form-dialog.tsx'
import { useLanguage } from '../../../language/language.tsx'
import type { Making as Made } from '../entry.ts'
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
  readonly making: Made
  readonly session: DraftSession
  readonly onMade: (name: string) => void
  readonly onClose: () => void
}

function Making({ making, onMade, ...rest }: MakingProps) {
  const named = { ...rest, ...(making.proposed && { proposed: making.proposed }) }
  switch (making.kind) {
    case 'form':
      return <NewFormDialog {...named} onMade={onMade} />
    case 'decision':
      return <NewDecisionDialog {...named} taken={making.taken} onMade={(_file, id) => onMade(id)} />
    default:
      return <NewTemplateDialog {...rest} kind={making.kind} onMade={onMade} />
  }
}
