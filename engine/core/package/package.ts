/**
 * A service package judged whole: every file read, every name it uses looked up, every fault told at once.
 *
 * Nothing is deployed from a package with one error; what comes out here is ready to run. Shared packages are given by
 * the caller, checked before, and pinned by version in workflow.json under "uses".
 */
import type { Diagram } from '../bpmn/diagram.ts'
import { checkDiagram } from '../bpmn/check.ts'
import { compileProgram } from '../bpmn/compile/compile.ts'
import type { ExecutorName } from '../executor.ts'
import { programParts } from '../ids.ts'
import type { Finding } from '../problem.ts'
import type { Program } from '../program.ts'
import { messageStartsOf } from '../starts.ts'
import type { Workflow } from '../workflow.ts'
import type { CheckedPackage, SharedPackages, Start } from './checked.ts'
import { digestOf } from './digest.ts'
import { executorFindings, type CannotRun } from './executor.ts'
import { filesFindings, firstOf, type PackageFiles } from './files.ts'
import { linkPackage, wantedBy } from './link.ts'
import { readParts, type CheckTemplate, type PartsMemory } from './parts.ts'
import { withStartForm } from './start-form.ts'
import { knowledgeOf } from './variables/known.ts'
import { neverFindings } from './variables/never.ts'
import { templateFindings } from './variables/template-facts.ts'
import { unknownFindings } from './variables/unknown.ts'
import { unusedFindings } from './variables/unused.ts'

export type { CheckedPackage, SharedPackages, Start, Wanted } from './checked.ts'
export type { CheckTemplate, PartsMemory } from './parts.ts'
export type { CannotRun } from './executor.ts'
export type { PackageFiles } from './files.ts'

export interface Surroundings extends SharedPackages {
  /** What a template may hold; the connector that fills templates knows. */
  readonly checkTemplate?: CheckTemplate
  /** What an executor cannot run; nothing is said of it where nobody knows. */
  readonly cannotRun?: CannotRun
  /** Waited for between files and drawings, so that a large package does not hold up others. */
  readonly pause?: () => Promise<void>
  /** Files read before, for who checks again and again. */
  readonly memory?: PartsMemory
}

export type PackageCheck =
  | { readonly ok: true; readonly package: CheckedPackage }
  | { readonly ok: false; readonly findings: readonly Finding[] }

export async function checkPackage(files: PackageFiles, surroundings: Surroundings): Promise<PackageCheck> {
  const unfit = filesFindings(files)
  if (unfit.length > 0) return { ok: false, findings: unfit }
  const { pause = () => Promise.resolve() } = surroundings
  const parts = await readParts(files, pause, surroundings.checkTemplate, surroundings.memory)
  const shared = await sharedOf(parts.workflow, surroundings)
  const linked = linkPackage(parts, shared)
  const { workflow, findings: formFindings } = withStartForm(parts)
  const findings = [...parts.findings, ...linked.findings, ...formFindings]
  for (const diagram of parts.diagrams) {
    await pause()
    findings.push(...checkDiagram(diagram, parts.workflow && linked.links))
  }
  if (!parts.unread) {
    const source = { ...parts, shared }
    const knowledge = knowledgeOf(source)
    findings.push(
      ...unknownFindings(source, knowledge),
      ...neverFindings(source, knowledge),
      ...templateFindings(source, parts.facts, knowledge),
    )
  }
  // A file that cannot be read may be the one that reads.
  if (!parts.findings.some((it) => it.severity === 'error')) findings.push(...unusedFindings({ ...parts, shared }))
  if (!workflow || findings.some((it) => it.severity === 'error')) return { ok: false, findings: firstOf(findings) }
  const programs = new Map<string, Program>()
  for (const diagram of parts.diagrams) {
    await pause()
    for (const [id, program] of programsOf(diagram, linked.links, workflow.executor)) programs.set(id, program)
  }
  const { cannotRun } = surroundings
  const obstacles =
    cannotRun && workflow.executor
      ? executorFindings(workflow.executor, programs, shared, parts.diagrams, cannotRun)
      : []
  if (obstacles.length > 0) return { ok: false, findings: firstOf([...findings, ...obstacles]) }
  return {
    ok: true,
    package: {
      workflow,
      digest: await digestOf(files),
      programs,
      decisions: parts.decisions,
      forms: parts.forms,
      templates: parts.templates,
      tests: parts.tests,
      starts: [...programs.values()].flatMap(startsOf),
      wanted: wantedBy(parts, [...programs.values()], shared),
      late: lateIn([...programs.values()], shared),
      warnings: firstOf(findings),
    },
  }
}

async function sharedOf(
  workflow: Workflow | undefined,
  shared: SharedPackages,
): Promise<ReadonlyMap<string, CheckedPackage | undefined>> {
  const found = new Map<string, CheckedPackage | undefined>()
  for (const [id, version] of Object.entries(workflow?.uses ?? {})) found.set(id, await shared.package(id, version))
  return found
}

const programsOf = (
  diagram: Diagram,
  links: Parameters<typeof compileProgram>[2],
  executor: ExecutorName | undefined,
): readonly (readonly [string, Program])[] =>
  diagram.processes.map((it) => [it.id, { ...compileProgram(diagram, it.id, links), ...(executor && { executor }) }])

function lateIn(
  programs: readonly Program[],
  shared: ReadonlyMap<string, CheckedPackage | undefined>,
): readonly string[] {
  const own = programs.flatMap(({ elements }) =>
    elements.flatMap((it) => (it.kind === 'callActivity' && it.binding ? [programParts(it.called).packageId] : [])),
  )
  return [...new Set([...own, ...[...shared.values()].flatMap((it) => it?.late ?? [])])]
}

function startsOf(program: Program): readonly Start[] {
  const { processId } = program
  const byMessage = messageStartsOf(program).map(({ element }) => element)
  return program.elements.flatMap((it): readonly Start[] => {
    if (byMessage.includes(it)) return [{ kind: 'message', processId, element: it.id }]
    return it.kind === 'startEvent' && it.trigger ? [{ kind: it.trigger.kind, processId, element: it.id }] : []
  })
}
