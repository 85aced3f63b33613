/** What somebody did or does for the application: staff, a register, the applicant; who has it, since when and until when. */
import { bilingual } from '../bilingual.ts'
import { globalId, type UserId } from '../ids.ts'
import type { Text } from '../text.ts'
import type { Workflow } from '../workflow.ts'
import type { Activity, Course, Node, Work } from './activities.ts'
import type { AskedEntry, Holder, StepEntry, Term, Told } from './timeline.ts'

/** Jobs that have entries of their own, or none at all. */
const TOLD_OTHERWISE: ReadonlySet<string> = new Set(['masar:payment', 'masar:refund', 'masar:document', 'masar:notify'])
const DATABUS = 'masar:databus'

export function steps(course: Course, told: Told): readonly (StepEntry | AskedEntry)[] {
  return course.activities.flatMap((activity) => {
    const asked = activity.works.filter(({ task }) => task && isFor(task, told.applicant))
    const others = activity.works.filter((work) => !asked.includes(work) && !isToldOtherwise(work))
    return [
      ...asked.map((work) => askedEntry(work, activity, course, told)),
      ...(others.length === 0 ? [] : [stepEntry(others, activity, course)]),
    ]
  })
}

const isToldOtherwise = ({ job }: Work): boolean => job !== undefined && TOLD_OTHERWISE.has(job.type)

const isFor = ({ assignee, candidateUsers }: NonNullable<Work['task']>, applicant: UserId | undefined): boolean =>
  applicant !== undefined && (assignee === applicant || candidateUsers.some((name) => name === applicant))

function stepEntry(works: readonly Work[], { node }: Activity, course: Course): StepEntry {
  const [first] = works
  const last = works.find(({ closed }) => !closed) ?? works.at(-1)
  if (!first || !last) throw new Error(`Expected work of ${node.element}`)
  const due = last.closed ? undefined : last.task?.due
  const term = termOf(last.node, course)
  return {
    kind: 'step',
    at: first.at,
    name: nameOf(node, course),
    holder: holderOf(last, course),
    ...(due === undefined ? {} : { due }),
    ...(term && { term }),
    ...(node.ended && {
      ended: { at: node.ended.at, outcome: node.ended.outcome === 'completed' ? 'done' : 'calledOff' },
    }),
  }
}

function askedEntry({ node, at, task, closed }: Work, activity: Activity, course: Course, told: Told): AskedEntry {
  const question = questionAround(node, course)
  return {
    kind: 'asked',
    at,
    task: globalId(told.instance, node.id),
    name: nameOf(node.program === activity.node.program ? activity.node : node, course),
    ...(question === undefined ? {} : { question }),
    ...(task?.due === undefined ? {} : { due: task.due }),
    ...(closed && { ended: { at: closed.at, outcome: closed.outcome === 'completed' ? 'answered' : 'lapsed' } }),
  }
}

/** What a clerk asks is handed to the procedure that asks it as `question`. */
function questionAround(node: Node, course: Course): string | undefined {
  const path = course.pathTo(node)
  const called = path.findLast(({ isProcess }) => isProcess)
  const question =
    node.variables['question'] ?? (called && path[0] !== called ? called.variables['question'] : undefined)
  return typeof question === 'string' && question !== '' ? question : undefined
}

function holderOf({ node, task, job }: Work, course: Course): Holder {
  if (job?.type === DATABUS) return { kind: 'register', service: serviceOf(job.variables['service']) }
  if (!task) return { kind: 'system' }
  if (task.candidateGroups.length === 0 && task.assignee !== undefined) return { kind: 'participant' }
  return { kind: 'role', titles: task.candidateGroups.map((group) => titleOf(group, node, course)) }
}

const serviceOf = (value: unknown): string => (typeof value === 'string' ? value : '')

/** The application's own package knows its groups; a shared one is told them. */
function titleOf(group: string, node: Node, course: Course): Text {
  const known = workflows(node, course).flatMap(({ roles }) => roles?.[group] ?? [])
  return known[0] ?? { ar: group, en: group }
}

const workflows = (node: Node, course: Course): readonly Workflow[] =>
  course.pathTo(node).flatMap((one) => course.drawingOf(one)?.workflow ?? [])

/** In the package's words to the citizen, `timeline_<element>` of its texts, or as the drawing calls it. */
export function nameOf(node: Node, course: Course): Text {
  const own = course.drawingOf(node)?.workflow.texts?.[`timeline_${node.element}`]
  return own ?? bilingual(course.elementOf(node)?.name || node.element)
}

/** The nearest deadline around it. */
function termOf(node: Node, course: Course): Term | undefined {
  for (const one of course.pathTo(node).toReversed()) {
    const id = course.elementOf(one)?.properties['masar:deadline']
    const workflow = course.drawingOf(one)?.workflow
    const deadline = id === undefined ? undefined : workflow?.deadlines?.find((it) => it.id === id)
    if (!deadline) continue
    const legalBasis = workflow?.legalBasis?.find((it) => it.id === deadline.legalBasis)
    return { deadline, ...(legalBasis && { legalBasis }) }
  }
  return undefined
}
