/** What a condition in a procedure can hang on: the answers of the forms before it, what steps found out, constants of the policy. */
import type { DraftFiles } from '../../engine/core/package/file-changes.ts'
import type { Known } from '../../engine/core/package/variables/known.ts'
import type { Variable, VariableType } from '../../engine/core/package/variables/variable.ts'
import { isText, type Text } from '../../engine/core/text.ts'
import type { Results } from '../decisions/results.ts'
import { aroundOf, nameOf, schemaAt } from '../forms/model/fields.ts'
import { formPath, readFormText, type FormJson } from '../forms/model/form-file.ts'
import { listAt } from '../forms/model/json/pointer.ts'
import { questionsOf } from '../forms/questions.ts'
import type { Before, StepBefore } from '../procedure/properties/before.ts'
import { asQuestion, TRUTHS, type Question } from './question.ts'
import { OF_APPLICATION, SPOKEN } from './spoken.ts'
import { CONDITION_WORDS as WORDS } from './words.ts'

export interface Place {
  readonly files: DraftFiles
  /** What the check knows there. */
  readonly known: Known
  readonly before: Before
  readonly results: Results
}

/** The nearest first; what comes later, or on another way, is not asked. */
export function questionsKnown(place: Place): readonly Question[] {
  const { known, before } = place
  const near = new Map(before.steps.map(({ id }, at) => [id, at]))
  const ranked = known.variables.flatMap((variable) => {
    const from = stepOf(variable, before)
    if (from === undefined && comesLater(variable, before)) return []
    const rank = from === undefined ? near.size : (near.get(from.id) ?? near.size)
    return [{ rank, questions: questionsAbout(variable, from, place) }]
  })
  const all = ranked.toSorted((one, other) => one.rank - other.rank).flatMap(({ questions }) => questions)
  const groups = Map.groupBy(all, ({ group }) => group?.en)
  return [...groups.values()].flat()
}

/** The step it is from; where several give it, the nearest. */
function stepOf({ name, origin }: Variable, { steps }: Before): StepBefore | undefined {
  if (origin.kind === 'form') return steps.find(({ form, id }) => form === origin.form || id === origin.element)
  const element = 'element' in origin ? origin.element : undefined
  return steps.find(({ id }) => id === element) ?? steps.find(({ gives }) => gives.includes(name))
}

const comesLater = ({ origin }: Variable, { others }: Before): boolean =>
  'element' in origin && origin.element !== undefined && others.has(origin.element)

function questionsAbout(variable: Variable, from: StepBefore | undefined, place: Place): readonly Question[] {
  switch (variable.origin.kind) {
    case 'form':
      return answersTo(variable, variable.origin, from, place.files)
    case 'masar':
      return variable.name === 'application' ? APPLICATION : []
    case 'constants':
      return leavesOf(variable.name, variable.type)
        .filter(({ sort }) => sort !== 'other')
        .map((it) => ({ ...it, group: WORDS.constants }))
    case 'loop':
      return []
    default:
      return found(variable, from, place.results)
  }
}

function answersTo(
  { name }: Variable,
  origin: Extract<Variable['origin'], { kind: 'form' }>,
  from: StepBefore | undefined,
  files: DraftFiles,
): readonly Question[] {
  const read = readFormText(files.get(formPath(origin.form)) ?? '')
  if (!read.ok) return []
  const { form } = read
  const { title } = form
  const group = isText(title) ? title : { ar: origin.form, en: origin.form }
  const isFilledIn = from === undefined ? origin.element === undefined : from.always
  return questionsOf(form)
    .filter((it) => it.name === name || it.name.startsWith(`${name}.`))
    .map((it): Question => {
      const question = { ...asQuestion(form, it), key: it.name, group }
      return isFilledIn && mustBeAnswered(form, it.place) ? question : { ...question, maybe: true }
    })
}

/** Whatever else was answered. */
function mustBeAnswered(form: FormJson, place: string): boolean {
  if (place === '') return true
  const around = schemaAt(form, aroundOf(place))
  return (
    around !== undefined &&
    listAt(form, `${around}/required`).includes(nameOf(place)) &&
    mustBeAnswered(form, aroundOf(place))
  )
}

function found({ name, type, title }: Variable, from: StepBefore | undefined, results: Results): readonly Question[] {
  const step = from?.title ?? title ?? { ar: name, en: name }
  const decided = from?.gives.includes(name) ? results.get(from.decision) : undefined
  const all =
    decided?.map((it) => ({
      name: it.field === undefined ? name : `${name}.${it.field}`,
      title: it.title,
      sort: it.sort,
      answers: it.answers,
    })) ?? leavesOf(name, type).map((it) => ({ ...it, title: it.name === name ? step : ofStep(step, it.title) }))
  return all.map((it): Question => ({ ...it, key: it.name, group: WORDS.steps, maybe: true }))
}

const ofStep = (step: Text, what: Text): Text => ({ ar: `${step.ar}: ${what.ar}`, en: `${step.en}: ${what.en}` })

const APPLICATION: readonly Question[] = OF_APPLICATION.map(({ name, title, answers = [] }) => ({
  key: name,
  name,
  title,
  sort: answers.length > 0 ? 'text' : 'other',
  answers,
  group: WORDS.application,
}))

const DEEPEST = 4

/** Values that can be compared, under the names that lead to them; a group of them can be there or not. */
function leavesOf(name: string, type: VariableType, title?: Text): readonly Question[] {
  const last = name.slice(name.lastIndexOf('.') + 1)
  const spoken = Object.hasOwn(SPOKEN, last) ? SPOKEN[last] : undefined
  const own = title ?? spoken?.title ?? { ar: name, en: name }
  const as = (sort: Question['sort'], answers: Question['answers'] = []): readonly Question[] => [
    { key: name, name, title: own, sort, answers },
  ]
  switch (type.kind) {
    case 'truth':
      return as('truth', TRUTHS)
    case 'number':
      return as('number')
    case 'text':
      return as('text', spoken?.answers ?? choices(type.choices ?? []))
    case 'list':
      return type.of.kind === 'text' && type.of.choices ? as('several', choices(type.of.choices)) : as('other')
    case 'object': {
      const inner = name.split('.').length < DEEPEST ? type.fields : []
      return [...as('other'), ...inner.flatMap((it) => leavesOf(`${name}.${it.name}`, it.type, it.title))]
    }
    default:
      return as('other')
  }
}

const choices = (values: readonly string[]): Question['answers'] =>
  values.map((value) => ({ value, label: { ar: value, en: value } }))
