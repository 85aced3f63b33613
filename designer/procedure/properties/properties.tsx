/** The panel beside the canvas: everything that can be said of the selected element, with what the check says of it at each field. */
import './properties.css'
import type { ComponentChildren } from 'preact'
import { useMemo, useState } from 'preact/hooks'
import type { Findings } from '../../check/findings.ts'
import { sentence } from '../../check/wording.ts'
import { useFiles, type DraftSession } from '../../draft/session.ts'
import { Notice } from '../../frame/notice.tsx'
import { useLanguage } from '../../language/language.tsx'
import type { ModdleElement } from '../../../engine/core/bpmn/element.ts'
import type { Finding } from '../../../engine/core/problem.ts'
import { is, type Diagram, type Element } from '../canvas/model.ts'
import { templatesOf, useCatalogue } from '../templates/catalogue.ts'
import { isBusTemplateId } from '../templates/bus-template.ts'
import { templateIdOf } from '../templates/apply.ts'
import { ConnectorHead } from '../templates/connector-head.tsx'
import { createOf, make } from './command.ts'
import { templateOf, type BusTemplates } from './connector.ts'
import { editing } from './editing.ts'
import type { Change, Subject } from './entry.ts'
import { child } from './extensions.ts'
import { factsOf, usesOf, type Facts } from './facts.ts'
import { placed, type Shown } from './findings.ts'
import { groupsFor } from './groups.ts'
import { EntryPart } from './parts/entry-part.tsx'
import { useSelected } from './selected.ts'
import { useShared } from './shared.ts'
import { definitionsOf } from './tree.ts'
import { PANEL_WORDS as WORDS } from './words.ts'

interface PropertiesProps {
  readonly diagram: Diagram
  readonly session: DraftSession
  readonly file: string
  readonly findings: Findings
  readonly go: (view: string, ...at: readonly string[]) => void
}

export function Properties({ diagram, session, file, findings, go }: PropertiesProps) {
  const { say } = useLanguage()
  const element = useSelected(diagram)
  const files = useFiles(session)
  const shared = useShared(useMemo(() => usesOf(files), [files]))
  const facts = useMemo(() => factsOf(files, shared), [files, shared])
  const isOnBus =
    element !== undefined && isBusTemplateId(templateIdOf(editing(createOf(diagram)), element.businessObject))
  const bus = templatesOf(useCatalogue(isOnBus))
  return (
    <div class="properties">
      {element === undefined ? (
        <p class="hint">{say(WORDS.nothing)}</p>
      ) : (
        <About key={element.id} {...{ diagram, session, file, findings, go, element, facts, bus }} />
      )}
    </div>
  )
}

interface AboutProps extends PropertiesProps {
  readonly element: Element
  readonly facts: Facts
  readonly bus: BusTemplates
}

/** A pool is asked about itself, and then about the procedure in it. */
function About(props: AboutProps) {
  const { diagram, session, element, facts, bus } = props
  const edit = editing(createOf(diagram))
  const meaning = element.businessObject
  const process = is(element, 'bpmn:Participant') ? child(edit, meaning, 'processRef') : undefined
  const known = templateOf(edit, meaning, bus)
  const subject = subjectOf(meaning, diagram, facts)
  return (
    <>
      {(known || meaning.$type === 'bpmn:Task' || meaning.$type === 'bpmn:ServiceTask') && (
        <ConnectorHead {...{ diagram, element, known, subject, session }} />
      )}
      <Asked {...props} meaning={meaning} />
      {process && <Asked {...props} meaning={process} />}
    </>
  )
}

const subjectOf = (element: ModdleElement, diagram: Diagram, facts: Facts): Subject => ({
  element,
  definitions: definitionsOf(element),
  edit: editing(createOf(diagram)),
  facts,
})

function Asked({
  session,
  diagram,
  element,
  meaning,
  file,
  findings,
  facts,
  bus,
  go,
}: AboutProps & { readonly meaning: ModdleElement }) {
  const { say, language } = useLanguage()
  const subject = subjectOf(meaning, diagram, facts)
  const groups = groupsFor(subject.edit, meaning, bus).map((group) => ({ group, entries: group.entries(subject) }))
  const { groups: shown, others } = placed(groups, findingsOn(findings, file, meaning))
  const onChange = (change: Change): void => make(diagram, element, change)
  return (
    <div class="about" data-about={meaning.id}>
      {others.length > 0 && (
        <div class="also-wrong" tabIndex={-1} data-rules={rulesOf(others)}>
          <Notice kind={others.some(({ severity }) => severity === 'error') ? 'bad' : 'warn'}>
            <p>{say(WORDS.alsoWrong)}</p>
            <ul>
              {others.map((it, at) => (
                <li key={at}>{sentence(it, session.files, language)}</li>
              ))}
            </ul>
          </Notice>
        </div>
      )}
      {shown
        .filter(({ entries }) => entries.length > 0)
        .map((it) => (
          <GroupPart key={it.group.id} shown={it}>
            {it.entries.map(({ entry, findings: own }) => (
              <div class="said" key={`${meaning.id ?? ''} ${entry.id}`} data-rules={rulesOf(own)}>
                <EntryPart
                  entry={entry}
                  findings={own}
                  context={{ session, file, element: meaning.id ?? '' }}
                  timeZone={facts.timeZone}
                  onChange={onChange}
                  go={go}
                />
              </div>
            ))}
          </GroupPart>
        ))}
    </div>
  )
}

/** Who follows a finding arrives where it is told. */
const rulesOf = (findings: readonly Finding[]): string | undefined =>
  findings.map(({ rule }) => rule).join(' ') || undefined

const findingsOn = (findings: Findings, file: string, { id }: ModdleElement): readonly Finding[] =>
  id === undefined ? [] : findings.at(file, id)

/** Rarely needed, and long. */
const CLOSED: ReadonlySet<string> = new Set([
  'repetition',
  'mappings',
  'variables',
  'urgency',
  'template.delivery',
  'notes',
])

/** Opened and closed as the reader left it, while the page stands. */
const left = new Map<string, boolean>()

function GroupPart({ shown, children }: { readonly shown: Shown; readonly children: ComponentChildren }) {
  const { say } = useLanguage()
  const { group, entries } = shown
  const count = entries.reduce((sum, it) => sum + it.findings.length + (it.entry.fault ? 1 : 0), 0)
  const [isOpen, setOpen] = useState(left.get(group.id) ?? (!CLOSED.has(group.id) || count > 0))
  return (
    <details
      class="group"
      data-group={group.id}
      open={isOpen}
      onToggle={(event) => {
        setOpen(event.currentTarget.open)
        left.set(group.id, event.currentTarget.open)
      }}
    >
      <summary>
        <h2>{say(group.title)}</h2>
        {count > 0 && <span class="group-count">{say(WORDS.findings, { count })}</span>}
      </summary>
      {children}
    </details>
  )
}
