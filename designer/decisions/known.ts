/** What an expression of a decision may name, with the kinds: the inputs and decisions it reads; without any, all that is known where it is asked. */
import { useMemo } from 'preact/hooks'
import { bilingual } from '../../engine/core/bilingual.ts'
import type { Decision, InputData } from '../../engine/core/dmn/rewrite.ts'
import type { Known } from '../../engine/core/package/variables/known.ts'
import {
  ANY,
  DATE,
  listOf,
  NUMBER,
  TEXT,
  TRUTH,
  type Variable,
  type VariableType,
} from '../../engine/core/package/variables/variable.ts'
import { useKnown } from '../check/check.ts'
import type { DraftSession } from '../draft/session.ts'
import { decisionsIn, inputsIn, type DecisionFile } from './catalogue.ts'
import { isTable } from './nodes.ts'
import { titleOf } from './naming.ts'

export function useDecisionKnown(session: DraftSession, file: DecisionFile, decision: Decision): Known | undefined {
  const ids = neededBy(file, decision.id ?? '')
  const around = useKnown(session, file.file, ids.join(' '))
  return useMemo(() => around && knownIn(file, decision, around), [around, file, decision])
}

/** @param around what is known where the decision is asked */
export function knownIn(file: DecisionFile, decision: Decision, around: Known): Known {
  const needs = decision.informationRequirement ?? []
  const idsOf = (kind: 'requiredInput' | 'requiredDecision') => needs.flatMap((it) => it[kind]?.href?.slice(1) ?? [])
  const inputs = inputsIn(file).filter(({ id = '' }) => idsOf('requiredInput').includes(id))
  const decisions = decisionsIn(file).filter(({ id = '' }) => idsOf('requiredDecision').includes(id))
  const hasModels = (decision.knowledgeRequirement ?? []).length > 0
  const read = [...decisions.map(ofDecision), ...inputs.map((it) => ofInput(it, around.variables))]
  if (inputs.length > 0) return { variables: read, isOpen: hasModels }
  const names = read.map(({ name }) => name)
  const others = around.variables.filter(({ name }) => !names.includes(name))
  return { variables: [...read, ...others], isOpen: around.isOpen || hasModels }
}

/** The decision, and those of its file that need its answer, and so on. */
function neededBy(file: DecisionFile, id: string): readonly string[] {
  const found = [id]
  // The list grows while it is gone through.
  for (const one of found)
    for (const { id: other = '', informationRequirement = [] } of decisionsIn(file))
      if (!found.includes(other) && informationRequirement.some((it) => it.requiredDecision?.href === `#${one}`))
        found.push(other)
  return found
}

const ORIGIN = { kind: 'masar' } as const

function ofInput({ id = '', name = id, variable, description }: InputData, around: readonly Variable[]): Variable {
  const known = variable?.name ?? name
  const outside = around.find((it) => it.name === known)
  const type = typeOf(variable?.typeRef)
  if (outside)
    return type.kind === 'any' ? outside : { ...outside, type: outside.type.kind === 'any' ? type : outside.type }
  return { name: known, type, origin: ORIGIN, ...(description !== undefined && { title: bilingual(description) }) }
}

function ofDecision(decision: Decision): Variable {
  const { id = '', name = id, variable } = decision
  return { name: variable?.name ?? name, type: answerOf(decision), origin: ORIGIN, title: titleOf(decision) }
}

function answerOf({ variable, decisionLogic }: Decision): VariableType {
  if (!isTable(decisionLogic)) return typeOf(variable?.typeRef)
  const { output = [], hitPolicy = 'UNIQUE', aggregation } = decisionLogic
  if (aggregation !== undefined) return NUMBER
  const fields = output.map(({ name = '', typeRef }) => ({ name, type: typeOf(typeRef), origin: ORIGIN }))
  const one: VariableType = fields.length > 1 ? { kind: 'object', fields } : (fields[0]?.type ?? ANY)
  return SEVERAL.has(hitPolicy) ? listOf(one) : one
}

const SEVERAL: ReadonlySet<string> = new Set(['COLLECT', 'RULE ORDER', 'OUTPUT ORDER'])

const TYPES: Readonly<Record<string, VariableType>> = {
  string: TEXT,
  number: NUMBER,
  boolean: TRUTH,
  date: DATE,
  time: DATE,
  dateTime: DATE,
}

const typeOf = (reference: string | undefined): VariableType => TYPES[reference?.replace(/^feel:/, '') ?? ''] ?? ANY
