/** A package that names the executor for its applications is refused where that one cannot run what is drawn. */
import type { Diagram } from '../bpmn/diagram.ts'
import type { ExecutorName } from '../executor.ts'
import { mistake, quoted } from '../finding.ts'
import type { Library, Program } from '../program.ts'
import type { Finding } from '../problem.ts'
import type { Text } from '../text.ts'
import type { CheckedPackage } from './checked.ts'

/** An element the executor cannot run as it is drawn. */
export interface Obstacle {
  readonly program: Program
  readonly element: string
  readonly reason: Text
}

/** What this executor cannot run of a procedure and of all it calls. The executors know. */
export type CannotRun = (executor: ExecutorName, program: Program, library: Library) => readonly Obstacle[]

export function executorFindings(
  executor: ExecutorName,
  programs: ReadonlyMap<string, Program>,
  shared: ReadonlyMap<string, CheckedPackage | undefined>,
  diagrams: readonly Diagram[],
  cannotRun: CannotRun,
): readonly Finding[] {
  const all = [...programs.values(), ...[...shared.values()].flatMap((one) => [...(one?.programs.values() ?? [])])]
  const byKey = new Map(all.map((program) => [program.key, program]))
  const library: Library = { program: (key) => byKey.get(key) }
  const found = new Map<string, Finding>()
  for (const program of programs.values())
    for (const obstacle of cannotRun(executor, program, library)) {
      const finding = findingOf(executor, obstacle, diagrams)
      found.set(`${obstacle.program.key} ${finding.place ?? ''} ${finding.message}`, finding)
    }
  return [...found.values()]
}

function findingOf(
  executor: ExecutorName,
  { program, element, reason }: Obstacle,
  diagrams: readonly Diagram[],
): Finding {
  const file = diagrams.find(({ processes }) => processes.some(({ id }) => id === program.processId))?.file
  return mistake(
    'executor/cannot',
    { file: file ?? program.key, place: element },
    {
      en: `Expected ${quoted(element)} to be something the executor ${executor} can run, but ${reason.en}`,
      ar: `المتوقع أن يستطيع المنفّذ ${executor} تشغيل ${quoted(element)}، لكن ${reason.ar}`,
    },
    {
      en: 'Write "executor": "kernel" in workflow.json, or draw it differently',
      ar: 'اكتب ‎"executor": "kernel"‎ في workflow.json أو ارسمه بطريقة أخرى',
    },
  )
}
