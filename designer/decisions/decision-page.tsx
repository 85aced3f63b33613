/** One decision: its name and what uses it, its table or formula, what is wrong with it, and trying it. */
import type { Decision } from '../../engine/core/dmn/rewrite.ts'
import { useState } from 'preact/hooks'
import type { JsonObject } from '../../engine/core/json.ts'
import type { ViewProps } from '../app/views.ts'
import { sentence } from '../check/wording.ts'
import type { Findings } from '../check/findings.ts'
import type { DraftSession } from '../draft/session.ts'
import { BothLanguagesField } from '../frame/both-languages-field.tsx'
import { Button } from '../frame/button.tsx'
import { Confirm } from '../frame/confirm.tsx'
import { Notice } from '../frame/notice.tsx'
import { TextField } from '../frame/text-field.tsx'
import { useLanguage } from '../language/language.tsx'
import { decisionsIn, usesOf, type DecisionFile, type Use } from './catalogue.ts'
import { useColumnQuestions } from './column-questions.ts'
import { titleOf } from './naming.ts'
import { edit } from './edit.ts'
import { DECISION_ID } from './decision-id.ts'
import { followed, removeDecision, setId, setTitle } from './file-commands.ts'
import { FormulaEditor } from './formula-editor.tsx'
import { InputsEditor } from './inputs-editor.tsx'
import { isLiteral, isTable } from './nodes.ts'
import { TableEditor } from './table-editor.tsx'
import { TryPanel } from './try-panel.tsx'
import { DECISION_WORDS } from './words.ts'

export interface DecisionProps {
  readonly session: DraftSession
  readonly file: DecisionFile
  readonly decision: Decision
  readonly all: readonly DecisionFile[]
  readonly findings: Findings
  readonly readonly: boolean
  readonly go: ViewProps['go']
}

export function DecisionPage(props: DecisionProps) {
  const { session, file, decision, findings } = props
  const { say, language } = useLanguage()
  const [fired, setFired] = useState<readonly number[]>([])
  const [sample, setSample] = useState<JsonObject>()
  const questions = useColumnQuestions(session, file, decision)
  const logic = decision.decisionLogic
  const faults = findings.at(file.file).filter(({ severity }) => severity === 'error')
  return (
    <>
      <Heading {...props} />
      {faults.map((fault, index) => (
        <div key={index} class="fault" tabIndex={-1}>
          <Notice kind="bad">{sentence(fault, session.files, language)}</Notice>
        </div>
      ))}
      {isTable(logic) && <TableEditor {...props} table={logic} fired={fired} questions={questions} />}
      {isLiteral(logic) && <FormulaEditor {...props} formula={logic} sample={sample} />}
      {!isTable(logic) && !isLiteral(logic) && (
        <Notice kind="plain">{say(DECISION_WORDS.otherKind, { kind: logic?.$type ?? '' })}</Notice>
      )}
      <TryPanel
        session={session}
        file={file.file}
        id={decision.id ?? ''}
        questions={questions}
        onFired={setFired}
        onSample={setSample}
      />
      <InputsEditor {...props} />
    </>
  )
}

function Heading({ session, file, decision, all, readonly, go }: DecisionProps) {
  const { say, language } = useLanguage()
  const [asking, setAsking] = useState(false)
  const [typed, setTyped] = useState<string>()
  const id = decision.id ?? ''
  const title = titleOf(decision)
  const uses = usesOf(id, session.files, all)
  const taken = all.flatMap(decisionsIn).some((one) => one.id === typed && one !== decision)
  const fault =
    typed === undefined
      ? undefined
      : !DECISION_ID.test(typed)
        ? DECISION_WORDS.idForm
        : taken
          ? DECISION_WORDS.taken
          : undefined
  const rename = async (): Promise<void> => {
    setTyped(undefined)
    if (typed === undefined || fault !== undefined || typed === id) return
    await edit(session, file.file, (draft) => setId(draft, id, typed), { more: (files) => followed(files, id, typed) })
    go('decisions', file.file, typed)
  }
  const remove = async (): Promise<void> => {
    setAsking(false)
    if (decisionsIn(file).length === 1) session.change(DECISION_WORDS.removed, new Map([[file.file, null]]))
    else await edit(session, file.file, (draft) => removeDecision(draft, id), { label: DECISION_WORDS.removed })
    go('decisions')
  }
  return (
    <header class="decision-head">
      <div class="decision-title">
        <h2>{title[language]}</h2>
        <Button kind="danger" icon="remove" disabled={readonly} onClick={() => setAsking(true)}>
          {say(DECISION_WORDS.removeDecision)}
        </Button>
      </div>
      <div class="decision-names">
        <BothLanguagesField
          label={say(DECISION_WORDS.name)}
          value={title}
          disabled={readonly}
          onChange={(next) =>
            void edit(session, file.file, (draft) => setTitle(draft, id, next), { merge: `title of ${id}` })
          }
          onDone={() => session.seal()}
        />
        <TextField
          label={say(DECISION_WORDS.id)}
          {...(typed !== undefined && { hint: say(DECISION_WORDS.idHint) })}
          value={typed ?? id}
          dir="ltr"
          disabled={readonly}
          {...(fault && { error: say(fault) })}
          onChange={setTyped}
          onDone={() => void rename()}
        />
      </div>
      <Uses uses={uses} go={go} />
      {asking && (
        <Confirm
          title={title[language]}
          action={say(DECISION_WORDS.remove)}
          danger
          onConfirm={() => void remove()}
          onClose={() => setAsking(false)}
        >
          {uses.length > 0 ? (
            <>
              <p>{say(DECISION_WORDS.removeUsed)}</p>
              <Uses uses={uses} go={go} />
            </>
          ) : (
            <p>{say(DECISION_WORDS.unused)}</p>
          )}
        </Confirm>
      )}
    </header>
  )
}

function Uses({ uses, go }: { readonly uses: readonly Use[]; readonly go: ViewProps['go'] }) {
  const { say } = useLanguage()
  if (uses.length === 0) return <p class="hint">{say(DECISION_WORDS.unused)}</p>
  return (
    <p class="hint uses">
      {say(DECISION_WORDS.usedBy)}:
      {uses.map((use, index) => (
        <UseLink key={index} use={use} go={go} />
      ))}
    </p>
  )
}

function UseLink({ use, go }: { readonly use: Use; readonly go: ViewProps['go'] }) {
  const { say } = useLanguage()
  switch (use.kind) {
    case 'fee':
      return (
        <Button kind="plain" onClick={() => go('policy', 'fees')}>
          {say(DECISION_WORDS.usedByFee, { name: say(use.title) })}
        </Button>
      )
    case 'step':
      return (
        <Button onClick={() => go('procedure', use.file, use.element)}>
          {say(DECISION_WORDS.usedByStep, { name: say(use.title) })}
        </Button>
      )
    case 'decision':
      return <span>{say(DECISION_WORDS.usedByDecision, { name: say(use.title) })}</span>
    case 'form':
      return <span>{say(DECISION_WORDS.usedByForm, { file: use.file })}</span>
  }
}
