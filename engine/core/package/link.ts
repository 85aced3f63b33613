/** What the files of a package say about each other and about shared packages: every name leads to a thing that is there. */
import type { Diagram } from '../bpmn/diagram.ts'
import type { CallableProcess, Links } from '../bpmn/links.ts'
import { beginningsOf, choicesOf, startMessagesOf } from '../bpmn/starts.ts'
import { mistake, quoted } from '../finding.ts'
import { programKey } from '../ids.ts'
import type { Finding } from '../problem.ts'
import type { Element, Program } from '../program.ts'
import { choiceOf, startsIn } from '../starts.ts'
import { templateNames } from '../template-name.ts'
import type { Text } from '../text.ts'
import type { Workflow } from '../workflow.ts'
import type { CheckedPackage, Wanted } from './checked.ts'
import { callFindings } from './form-calls.ts'
import { peopleFindings } from './form-people.ts'
import type { Parts } from './parts.ts'
import { feeExampleFindings } from './fee-example.ts'
import { lastDayOf } from '../policy/last-day.ts'
import { silenceFindings } from './silence.ts'

type Shared = ReadonlyMap<string, CheckedPackage | undefined>

export function linkPackage(
  parts: Parts,
  shared: Shared,
): { readonly links: Links; readonly findings: readonly Finding[] } {
  const { workflow } = parts
  const processes = new Map<string, CallableProcess>()
  const key = (processId: string) => programKey(workflow?.id ?? '', workflow?.version ?? '', processId)
  const findings = [
    ...ownProcesses(parts.diagrams, parts.unread, key, processes),
    ...sharedProcesses(workflow, shared, processes),
  ]
  const links: Links = {
    key,
    processes,
    forms: parts.names.forms,
    open: workflow?.shared === true,
    decisions: parts.decisions,
    roles: new Set(Object.keys(workflow?.roles ?? {})),
    roleTitles: new Map(
      Object.entries(workflow?.roles ?? {}).flatMap(([id, { ar, en }]) => [[ar, id] as const, [en, id] as const]),
    ),
    deadlines: new Set((workflow?.deadlines ?? []).map((it) => it.id)),
    legalBasis: new Set((workflow?.legalBasis ?? []).map((it) => it.id)),
    statutory: new Map(
      (workflow?.deadlines ?? []).flatMap((it) => {
        const { id, duration, statutory = false } = it
        return statutory ? [[id, { duration, lastDay: lastDayOf(it) }] as const] : []
      }),
    ),
    templates: parts.names.templates,
    unread: parts.unread,
    services: new Set((workflow?.dataAgreements ?? []).map((it) => it.service)),
  }
  if (workflow)
    findings.push(
      ...workflowFindings(workflow, parts, processes),
      ...(parts.unread ? [] : silenceFindings(workflow, parts.diagrams)),
      ...(parts.unread ? [] : feeExampleFindings(workflow, parts.decisions)),
      ...(parts.unread ? [] : peopleFindings(parts, shared)),
      ...callFindings(parts),
      ...wantedFindings(workflow, parts, shared),
    )
  return { links, findings }
}

function ownProcesses(
  diagrams: readonly Diagram[],
  unread: boolean,
  key: Links['key'],
  processes: Map<string, CallableProcess>,
): Finding[] {
  const findings: Finding[] = []
  for (const diagram of diagrams)
    for (const process of diagram.processes) {
      if (processes.has(process.id))
        findings.push(
          fault(
            'package/duplicate-process',
            diagram.file,
            process.id,
            { en: 'every process id once in the package', ar: 'ظهور معرّف الإجراء مرة واحدة في الحزمة' },
            `${quoted(process.id)} again`,
          ),
        )
      processes.set(process.id, {
        key: key(process.id),
        begins: beginningsOf(process).length > 0,
        choices: choicesOf(process).map((it) => it.id),
      })
    }
  if (diagrams.length === 0 && !unread)
    findings.push(
      fault(
        'package/no-process',
        undefined,
        undefined,
        { en: 'at least one readable .bpmn file', ar: 'ملف ‎.bpmn‎ واحد مقروء على الأقل' },
        'none',
      ),
    )
  return findings
}

function sharedProcesses(
  workflow: Workflow | undefined,
  shared: Shared,
  processes: Map<string, CallableProcess>,
): readonly Finding[] {
  const findings: Finding[] = []
  for (const [id, version] of Object.entries(workflow?.uses ?? {})) {
    const found = shared.get(id)
    const place = `/uses/${id}`
    if (found?.workflow.shared !== true) {
      findings.push(
        fault(
          'package/uses',
          'workflow.json',
          place,
          {
            en: `the shared package ${id} in version ${version}, deployed before or together with this one`,
            ar: `الحزمة المشتركة ${id} بالإصدار ${version} منشورة قبل هذه أو معها`,
          },
          found ? 'a package that is not shared' : 'none',
        ),
      )
      continue
    }
    findings.push(...addShared(found, place, processes))
  }
  return findings
}

function addShared(shared: CheckedPackage, place: string, processes: Map<string, CallableProcess>): readonly Finding[] {
  return [...shared.programs.values()].flatMap((program) => {
    const { processId, key } = program
    const taken = processes.has(processId)
    const choices = choiceOf(program).map((it) => it.id)
    processes.set(processId, { key, begins: startsIn(program, 0).length > 0, choices })
    if (!taken) return []
    const expected = {
      en: 'every process id once, shared packages included',
      ar: 'ظهور معرّف كل إجراء مرة واحدة بما في ذلك الحزم المشتركة',
    }
    return [fault('package/duplicate-process', 'workflow.json', place, expected, `${quoted(processId)} again`)]
  })
}

function workflowFindings(
  workflow: Workflow,
  parts: Parts,
  processes: ReadonlyMap<string, CallableProcess>,
): readonly Finding[] {
  const findings: Finding[] = []
  const expect = (holds: boolean, place: string, expected: Text, found: string) => {
    if (!holds) findings.push(fault('package/link', 'workflow.json', place, expected, quoted(found)))
  }
  const { start } = workflow
  if (start) {
    const own = parts.diagrams.some((it) => it.processes.some((process) => process.id === start.process))
    expect(
      parts.unread || (own && processes.get(start.process)?.begins === true),
      '/start/process',
      { en: 'a process of this package that begins without a trigger', ar: 'إجراءً من هذه الحزمة يبدأ بلا مُطلِق' },
      start.process,
    )
    if (start.form !== undefined)
      expect(
        parts.names.forms.has(start.form),
        '/start/form',
        { en: 'a form of this package', ar: 'نموذجًا من هذه الحزمة' },
        start.form,
      )
  }
  for (const [index, fee] of (workflow.fees ?? []).entries())
    expect(
      parts.unread || parts.decisions.has(fee.decision),
      `/fees/${String(index)}/decision`,
      { en: 'a decision of a .dmn file of this package', ar: 'قرارًا من ملف ‎.dmn‎ في هذه الحزمة' },
      fee.decision,
    )
  return [...findings, ...startMessageFindings(parts.diagrams)]
}

/** One message starts one service: two start events for it would both begin a case. */
function startMessageFindings(diagrams: readonly Diagram[]): readonly Finding[] {
  const taken = new Map<string, string>()
  return diagrams.flatMap((diagram) =>
    namesIn(diagram).flatMap(({ name, element }) => {
      const other = taken.get(name)
      taken.set(name, diagram.file)
      return other === undefined || other === diagram.file
        ? []
        : [
            fault(
              'package/start-message',
              diagram.file,
              element,
              { en: 'a message that starts one process only', ar: 'رسالة تبدأ إجراءً واحدًا فقط' },
              `${quoted(name)}, which also starts one in ${other}`,
            ),
          ]
    }),
  )
}

const namesIn = ({ nodes }: Diagram): readonly { readonly name: string; readonly element: string }[] =>
  nodes.flatMap((node) => startMessagesOf(node).map((name) => ({ name, element: node.id })))

/** A service has what the shared packages it uses leave to it; a shared one passes the want on. */
function wantedFindings(workflow: Workflow, parts: Parts, shared: Shared): readonly Finding[] {
  if (workflow.shared === true) return []
  return [...shared].flatMap(([id, found]) => {
    const forms = found?.wanted.forms.filter((it) => !parts.forms.has(it)) ?? []
    const templates = found?.wanted.templates.filter((it) => !parts.templates.has(it)) ?? []
    const missing = [...forms.map((it) => `forms/${it}.form.json`), ...templates.map((it) => `templates/${it}.hbs`)]
    return missing.map((file) =>
      fault(
        'package/link',
        'workflow.json',
        `/uses/${id}`,
        { en: `${file} in this package, because ${id} asks for it`, ar: `الملف ${file} في هذه الحزمة لأن ${id} تطلبه` },
        'none',
      ),
    )
  })
}

export function wantedBy(parts: Parts, programs: readonly Program[], shared: Shared): Wanted {
  if (parts.workflow?.shared !== true) return { forms: [], templates: [] }
  const elements = programs.flatMap((it) => it.elements)
  const inherited = [...shared.values()].flatMap((it) => it?.wanted ?? [])
  const forms = [...elements.flatMap(formOf), ...inherited.flatMap((it) => it.forms)]
  const templates = [...elements.flatMap(templatesOf), ...inherited.flatMap((it) => it.templates)]
  return {
    forms: [...new Set(forms.filter((it) => !parts.forms.has(it)))].sort(),
    templates: [...new Set(templates.filter((it) => !parts.templates.has(it)))].sort(),
  }
}

function templatesOf(element: Element): readonly string[] {
  const header = element.headers['template']
  const type = element.kind === 'serviceTask' ? element.job.type.source : undefined
  return header === undefined ? [] : templateNames(type, header)
}

const formOf = (element: Element): readonly string[] =>
  element.kind === 'userTask' && element.task.form !== undefined ? [element.task.form] : []

function fault(
  rule: string,
  file: string | undefined,
  place: string | undefined,
  expected: Text,
  found: string,
): Finding {
  return mistake(
    rule,
    { ...(file === undefined ? {} : { file }), ...(place === undefined ? {} : { place }) },
    { en: `Expected ${expected.en}, but found ${found}`, ar: `المتوقع ${expected.ar}، لكن وُجد: ${found}` },
    { en: 'Add what is missing or correct the name', ar: 'أضف الناقص أو صحّح الاسم' },
  )
}
