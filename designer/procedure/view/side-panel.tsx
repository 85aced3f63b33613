/** Beside the canvas: the properties of what is selected, and the drawing as a table of steps. */
import { useState } from 'preact/hooks'
import type { Findings } from '../../check/findings.ts'
import type { DraftSession } from '../../draft/session.ts'
import { Tabs } from '../../frame/tabs.tsx'
import { useLanguage } from '../../language/language.tsx'
import type { Element } from '../canvas/model.ts'
import type { Drawing } from '../canvas/modeler.ts'
import type { Shown } from '../lettering/name.ts'
import { StepsTable } from '../steps/steps-table.tsx'
import { PROCEDURE_WORDS as WORDS } from '../words.ts'

interface SidePanelProps {
  readonly session: DraftSession
  readonly file: string | undefined
  readonly drawing: Drawing | undefined
  readonly selected: readonly Element[]
  readonly changes: number
  readonly shown: Shown
  readonly findings: Findings
}

export function SidePanel({ file, drawing, ...rest }: SidePanelProps) {
  const { say } = useLanguage()
  const [tab, setTab] = useState('steps')
  if (file === undefined || drawing === undefined) return <aside class="procedure-side" aria-label={say(WORDS.side)} />
  const tabs = [
    {
      id: 'steps',
      title: say(WORDS.steps),
      body: () => <StepsTable drawing={drawing} file={file} {...rest} />,
    },
  ]
  return (
    <aside class="procedure-side" aria-label={say(WORDS.side)}>
      <Tabs label={say(WORDS.side)} tabs={tabs} chosen={tab} onChoose={setTab} />
    </aside>
  )
}
