/**
 * What expressions may name that stand in no step: in a form the answers and what the steps that show it know; in a decision
 * what the steps that ask it know.
 */
import type { Node } from '../../bpmn/diagram.ts'
import { extensionOf, textOf } from '../../bpmn/element.ts'
import type { JsonObject } from '../../json.ts'
import { constantsOf } from '../../workflow.ts'
import type { FormTexts } from '../form-texts.ts'
import { answersOf, typeOfValue } from './json-types.ts'
import type { Knowledge, Known, Source } from './known.ts'
import { fieldOf, type Variable, type VariableType } from './variable.ts'

/** A form as it is written, sound or not. */
export interface WrittenForm {
  readonly id: string
  readonly schema: JsonObject
  readonly texts: FormTexts
}

/** @param within place of the list whose entries the expression is about, "/dependants/*"; "" at the top */
export function knownInForm(form: WrittenForm, within: string, source: Source, knowledge: Knowledge): Known {
  const answers = answersOf(form.schema, form.texts, { kind: 'form', form: form.id })
  const users = [
    ...stepsWith(source, 'zeebe:FormDefinition', 'formId', [form.id]).map(({ file, id }) => knowledge.at(file, id)),
    ...(source.workflow?.start?.form === form.id ? [{ variables: constants(source), isOpen: false }] : []),
  ]
  return joined([{ variables: [...entriesIn(answers, within), ...answers], isOpen: users.length === 0 }, ...users])
}

/** The answers of the entry an expression stands in, the innermost list first. */
function entriesIn(answers: readonly Variable[], within: string): readonly Variable[] {
  const steps = within.split('/').slice(1)
  const around = steps.flatMap((step, index) => (step === '*' ? [steps.slice(0, index)] : []))
  return around.toReversed().flatMap((path) => {
    const names = path.filter((it) => it !== '*').map((it) => it.replaceAll('~1', '/').replaceAll('~0', '~'))
    const type = names.reduce<VariableType | undefined>((at, name) => at && fieldOf(at, name), {
      kind: 'object',
      fields: answers,
    })
    return fieldsIn(type)
  })
}

function fieldsIn(type: VariableType | undefined): readonly Variable[] {
  if (type?.kind === 'list') return fieldsIn(type.of)
  return type?.kind === 'object' ? type.fields : []
}

/** @param ids the decision, and those of its file that need it */
export function knownInDecision(ids: readonly string[], source: Source, knowledge: Knowledge): Known {
  const { workflow } = source
  const isFee = workflow?.fees?.some(({ decision }) => ids.includes(decision)) === true
  const beginning = source.diagrams.find((it) => it.nodes.some(({ id }) => id === workflow?.start?.process))
  const users = [
    ...stepsWith(source, 'zeebe:CalledDecision', 'decisionId', ids).map(({ file, id }) => knowledge.at(file, id)),
    ...(isFee && beginning ? [knowledge.at(beginning.file, workflow?.start?.process ?? '')] : []),
  ]
  return joined(users.length === 0 ? [{ variables: constants(source), isOpen: true }] : users)
}

function stepsWith(
  { diagrams }: Source,
  extension: string,
  name: string,
  ids: readonly string[],
): readonly (Pick<Node, 'id'> & { readonly file: string })[] {
  return diagrams.flatMap(({ file, nodes }) =>
    nodes
      .filter(({ element }) => ids.includes(textOf(extensionOf(element, extension), name) ?? ''))
      .map(({ id }) => ({ file, id })),
  )
}

const constants = ({ workflow }: Source): readonly Variable[] =>
  workflow === undefined
    ? []
    : Object.entries(constantsOf(workflow)).map(([name, value]) => ({
        name,
        type: typeOfValue(value, { kind: 'constants' }),
        origin: { kind: 'constants' },
      }))

/** Each name once, as the first says it. */
function joined(all: readonly Known[]): Known {
  const byName = new Map<string, Variable>()
  for (const variable of all.flatMap((it) => it.variables))
    if (!byName.has(variable.name)) byName.set(variable.name, variable)
  return { variables: [...byName.values()], isOpen: all.some((it) => it.isOpen) }
}
