/**
 * A decision table as a clerk reads it, every cell a field: conditions, answers, remarks.
 *
 * Of our own and not dmn-js (302 KB compressed, cells without names for who cannot see them, and in a page that runs from
 * right to left it shows "< 100" as "100 >"): here every expression runs from left to right, wherever the table runs.
 */
import type { DecisionTable } from '../../engine/core/dmn/rewrite.ts'
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks'
import { bilingual } from '../../engine/core/bilingual.ts'
import { judgeTable } from '../../engine/core/dmn/soundness/judge.ts'
import type { Question } from '../conditions/question.ts'
import { Button } from '../frame/button.tsx'
import { Icon } from '../frame/icon.tsx'
import { useLanguage } from '../language/language.tsx'
import { Cell, type CellPlace } from './cell.tsx'
import { ColumnDialog } from './column-dialog.tsx'
import { answersOf, questionAt } from './column-questions.ts'
import type { DecisionProps } from './decision-page.tsx'
import { edit } from './edit.ts'
import { HitPolicySelect } from './hit-policy-select.tsx'
import { useDecisionKnown } from './known.ts'
import { Judgment } from './judgment.tsx'
import { RuleSteps } from './rule-steps.tsx'
import { addColumn, addRule, setCell, tableIn, type Side } from './table-commands.ts'
import { DECISION_WORDS } from './words.ts'

interface TableEditorProps extends DecisionProps {
  readonly table: DecisionTable
  /** Rules that gave the answer of the last try, from 1. */
  readonly fired: readonly number[]
  /** What a column can look at. */
  readonly questions: readonly Question[]
}

interface Column {
  readonly side: Side
  readonly at: number
  readonly title: string
  readonly type: string | undefined
  readonly listed: readonly string[]
}

export function TableEditor(props: TableEditorProps) {
  const { session, file, decision, table, fired, questions, readonly } = props
  const { say, language } = useLanguage()
  const id = decision.id ?? ''
  const columns = columnsOf(table, questions, language)
  const known = useDecisionKnown(session, file, decision)
  const judgment = useMemo(() => judgeTable(table), [table])
  const [chosen, setChosen] = useState<number>()
  const [asked, setAsked] = useState<{ readonly side: Side; readonly at: number }>()
  const body = useRef<HTMLTableElement>(null)
  const rules = table.rule ?? []
  const change = (work: Parameters<typeof edit>[2], merge?: string): Promise<void> =>
    edit(session, file.file, work, merge === undefined ? {} : { merge })
  const focusOn = ({ rule, column }: CellPlace): void =>
    body.current?.querySelector<HTMLElement>(`[data-cell="${String(rule)}-${String(column)}"]`)?.focus()
  const coming = useRef<{ readonly rule: number; readonly among: number } | undefined>(undefined)
  const add = (at: number, tests: readonly string[] = []): void => {
    coming.current = { rule: at, among: rules.length + 1 }
    void change((draft) => {
      const target = tableIn(draft, id)
      if (target) addRule(draft, target, at, tests)
    })
  }
  /** What it asks or answers is told right away: the dialog is there as soon as the column is. */
  const addColumnTo = (side: 'input' | 'output'): void => {
    setAsked({ side, at: (table[side] ?? []).length })
    void change((draft) => withTable(draft, id, (it) => addColumn(draft, it, side)))
  }
  // The new rule is there once the file was written and read again.
  useLayoutEffect(() => {
    if (coming.current === undefined || rules.length < coming.current.among) return
    focusOn({ rule: coming.current.rule, column: 0 })
    coming.current = undefined
  })
  const met = new Set([...judgment.hidden, ...judgment.overlaps.flatMap((it) => it.rules)])
  return (
    <section class="table-editor" aria-label={say(DECISION_WORDS.rules)}>
      <div class="table-tools">
        <HitPolicySelect
          table={table}
          disabled={readonly}
          onChange={(policy) => void change((draft) => Object.assign(tableIn(draft, id) ?? {}, policy))}
        />
        <div class="buttons">
          <Button icon="add" disabled={readonly} onClick={() => addColumnTo('input')}>
            {say(DECISION_WORDS.addInput)}
          </Button>
          <Button icon="add" disabled={readonly} onClick={() => addColumnTo('output')}>
            {say(DECISION_WORDS.addOutput)}
          </Button>
          {(table.annotation ?? []).length === 0 && (
            <Button
              icon="add"
              disabled={readonly}
              onClick={() => void change((draft) => withTable(draft, id, (it) => addColumn(draft, it, 'annotation')))}
            >
              {say(DECISION_WORDS.addRemarks)}
            </Button>
          )}
        </div>
      </div>
      <div class="table-scroll" tabIndex={0} role="group" aria-label={say(DECISION_WORDS.rules)}>
        <table class="rules" ref={body}>
          <thead>
            <tr>
              <th scope="col">{say(DECISION_WORDS.rule)}</th>
              {columns.map(({ side, at, title }) => (
                <th key={`${side}${String(at)}`} scope="col" class={`side-${side}`}>
                  <button type="button" class="column-name" onClick={() => setAsked({ side, at })}>
                    <span class="quiet">{say(SIDE[side])}</span>
                    <span>{title}</span>
                    <Icon name="edit" />
                  </button>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rules.map((rule, index) => (
              <tr key={rule.id ?? index} class={fired.includes(index + 1) ? 'fired' : undefined}>
                <th scope="row">
                  <button
                    type="button"
                    class="rule-number"
                    aria-pressed={chosen === index}
                    aria-label={say(DECISION_WORDS.ruleSteps, { rule: index + 1 })}
                    onClick={() => setChosen(chosen === index ? undefined : index)}
                  >
                    {index + 1}
                    {met.has(index + 1) && <Icon name="warn" />}
                    {fired.includes(index + 1) && <Icon name="good" />}
                  </button>
                </th>
                {columns.map(({ side, at, title, type, listed }, column) => (
                  <td key={`${side}${String(at)}`} class={`side-${side}`}>
                    <Cell
                      label={say(DECISION_WORDS.cell, { rule: index + 1, column: title })}
                      place={{ rule: index, column }}
                      side={side}
                      type={type}
                      listed={listed}
                      known={known}
                      text={rule[`${side}Entry`]?.[at]?.text ?? ''}
                      disabled={readonly}
                      onChange={(text) =>
                        void change(
                          (draft) => withTable(draft, id, (it) => setCell(it, side, index, at, text)),
                          `cell ${id} ${String(index)} ${side} ${String(at)}`,
                        )
                      }
                      onDone={() => session.seal()}
                      onStep={(rows) => {
                        if (index + rows === rules.length && rows === 1 && !readonly) add(rules.length)
                        else focusOn({ rule: index + rows, column })
                      }}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div class="buttons">
        <Button icon="add" disabled={readonly} onClick={() => add(rules.length)}>
          {say(DECISION_WORDS.addRule)}
        </Button>
        {chosen !== undefined && chosen < rules.length && !readonly && (
          <RuleSteps
            rule={chosen}
            count={rules.length}
            onChange={(work) => void change((draft) => withTable(draft, id, (it) => work(draft, it)))}
            onChosen={setChosen}
          />
        )}
      </div>
      <Judgment table={table} judgment={judgment} readonly={readonly} onAdd={(tests) => add(rules.length, tests)} />
      {asked && (
        <ColumnDialog
          {...props}
          side={asked.side}
          at={asked.at}
          onMoved={(at) => setAsked({ ...asked, at })}
          onClose={() => setAsked(undefined)}
        />
      )}
    </section>
  )
}

const SIDE = {
  input: DECISION_WORDS.ifSide,
  output: DECISION_WORDS.thenSide,
  annotation: DECISION_WORDS.remarks,
} as const

function withTable(
  draft: Parameters<typeof tableIn>[0],
  id: string,
  work: (table: NonNullable<ReturnType<typeof tableIn>>) => void,
): void {
  const table = tableIn(draft, id)
  if (table) work(table)
}

function columnsOf(table: DecisionTable, questions: readonly Question[], language: 'ar' | 'en'): readonly Column[] {
  const name = (text: string | undefined, other: string): string => bilingual(text ?? '')[language] || other
  const inputs = (table.input ?? []).map(({ label, inputExpression, inputValues }, at): Column => ({
    side: 'input',
    at,
    title: name(label, inputExpression?.text ?? String(at + 1)),
    type: inputExpression?.typeRef,
    listed: listedIn(
      inputValues?.text ?? answersOf(questionAt(questions, inputExpression?.text ?? '')).join(', '),
      inputExpression?.typeRef,
    ),
  }))
  const outputs = (table.output ?? []).map(({ label, name: key, typeRef, outputValues }, at): Column => ({
    side: 'output',
    at,
    title: name(label, key ?? String(at + 1)),
    type: typeRef,
    listed: listedIn(outputValues?.text, typeRef),
  }))
  const remarks = (table.annotation ?? []).map(({ name: title }, at): Column => ({
    side: 'annotation',
    at,
    title: name(title, String(at + 1)),
    type: undefined,
    listed: [],
  }))
  return [...inputs, ...outputs, ...remarks]
}

const listedIn = (text: string | undefined, type: string | undefined): readonly string[] =>
  type === 'boolean' ? ['true', 'false'] : [...(text ?? '').matchAll(/"[^"\\]*"/g)].map(([value]) => value)
