/** Beside the canvas: the properties of what is selected, and the drawing as a table of steps. */
import { useCallback, useEffect, useLayoutEffect, useState } from 'preact/hooks'
import type { Findings } from '../../check/findings.ts'
import type { DraftSession } from '../../draft/session.ts'
import { Tabs } from '../../frame/tabs.tsx'
import { useLanguage } from '../../language/language.tsx'
import type { Element } from '../canvas/model.ts'
import type { Drawing } from '../canvas/modeler.ts'
import type { Shown } from '../lettering/name.ts'
import { StepsTable } from '../steps/steps-table.tsx'
import { Connectors } from '../templates/connectors.tsx'
import { Properties } from '../properties/properties.tsx'
import { PROCEDURE_WORDS as WORDS } from '../words.ts'

interface SidePanelProps {
  readonly session: DraftSession
  readonly file: string | undefined
  readonly drawing: Drawing | undefined
  readonly selected: readonly Element[]
  readonly changes: number
  /** The element a finding led to. */
  readonly wanted: string | undefined
  readonly shown: Shown
  readonly findings: Findings
  readonly go: (view: string, ...at: readonly string[]) => void
}

export function SidePanel({ file, drawing, wanted, go, ...rest }: SidePanelProps) {
  const { say } = useLanguage()
  const [tab, setTab] = useState('steps')
  const { session, findings } = rest
  // Who points at an element of the canvas wants to know more of it.
  useEffect(() => {
    const bus = drawing?.diagram.get('eventBus')
    const show = (): void => setTab('properties')
    bus?.on('element.click', show)
    return () => bus?.off('element.click', show)
  }, [drawing])
  useLayoutEffect(() => {
    if (wanted !== undefined) setTab('properties')
  }, [wanted])
  const showProperties = useCallback(() => setTab('properties'), [])
  if (file === undefined || drawing === undefined) return <aside class="procedure-side" aria-label={say(WORDS.side)} />
  const tabs = [
    {
      id: 'properties',
      title: say(WORDS.properties),
      body: () => <Properties diagram={drawing.diagram} {...{ session, file, findings, go }} />,
    },
    {
      id: 'steps',
      title: say(WORDS.steps),
      body: () => <StepsTable drawing={drawing} file={file} {...rest} />,
    },
  ]
  return (
    <aside class="procedure-side" aria-label={say(WORDS.side)}>
      <Connectors diagram={drawing.diagram} onPut={showProperties} />
      <Tabs label={say(WORDS.side)} tabs={tabs} chosen={tab} onChoose={setTab} />
    </aside>
  )
}
