/** The files of a package read one by one, each by the reader of its kind; no file hides the faults of another. */
import type { Diagram } from '../bpmn/diagram.ts'
import { readBpmn } from '../bpmn/read.ts'
import type { Decision } from '../dmn/decision.ts'
import { readDmn } from '../dmn/read.ts'
import { mistake, quoted } from '../finding.ts'
import type { JsonObject } from '../json.ts'
import type { Finding } from '../problem.ts'
import { factsIn, type Fact } from '../template/facts.ts'
import { unwrittenFindings } from '../template/unwritten.ts'
import type { Workflow } from '../workflow.ts'
import { readJson, readText } from './content.ts'
import { fileKindOf, nameWithin, type FileKind, type PackageFiles } from './files.ts'
import { readForm, type Form } from './form.ts'
import { readWorkflow } from './workflow.ts'

export type CheckTemplate = (file: string, text: string) => readonly Finding[]

const LARGEST_TEMPLATE = 256_000

/** What could be read; the rest is in the findings. */
export interface Parts {
  readonly workflow: Workflow | undefined
  readonly diagrams: readonly Diagram[]
  readonly decisions: ReadonlyMap<string, Decision>
  readonly forms: ReadonlyMap<string, Form>
  readonly templates: ReadonlyMap<string, string>
  /** What each template names. */
  readonly facts: ReadonlyMap<string, readonly Fact[]>
  readonly tests: readonly { readonly file: string; readonly json: JsonObject }[]
  readonly findings: readonly Finding[]
  /** Ids of all forms and names of all templates, sound or not: a faulty file is one fault, not two. */
  readonly names: { readonly forms: ReadonlySet<string>; readonly templates: ReadonlySet<string> }
  /** A drawing or decision file could not be read. */
  readonly unread: boolean
}

interface Draft {
  readonly diagrams: Diagram[]
  readonly decisions: Map<string, Decision>
  readonly forms: Map<string, Form>
  readonly templates: Map<string, string>
  readonly facts: Map<string, readonly Fact[]>
  readonly tests: { readonly file: string; readonly json: JsonObject }[]
  readonly findings: Finding[]
  readonly checkTemplate: CheckTemplate | undefined
  unread: number
}

type Reader = (file: string, bytes: Uint8Array, draft: Draft) => void | Promise<void>

const READERS: Readonly<Record<FileKind, Reader>> = {
  /** Read once for the whole package, below. */
  workflow: () => undefined,
  bpmn: readDiagram,
  dmn: readDecisions,
  form(file, bytes, { forms, findings }) {
    const form = readForm(file, bytes)
    if (form.ok) forms.set(form.value.id, form.value)
    else findings.push(...form.findings)
  },
  template: readTemplate,
  test(file, bytes, { tests, findings }) {
    const json = readJson(file, bytes)
    if (json.ok) tests.push({ file, json: json.value })
    else findings.push(...json.findings)
  },
  readme(file, bytes, { findings }) {
    const text = readText(file, bytes)
    if (!text.ok) findings.push(...text.findings)
  },
}

/**
 * What was read before, by path: a file whose very bytes are the same is not read again. For who checks one package over
 * and over while it is written.
 */
export type PartsMemory = Map<string, { readonly bytes: Uint8Array; readonly part: Draft }>

export async function readParts(
  files: PackageFiles,
  pause: () => Promise<void>,
  checkTemplate?: CheckTemplate,
  memory: PartsMemory = new Map(),
): Promise<Parts> {
  const draft = emptyDraft(checkTemplate)
  const workflow = readWorkflow(files)
  if (!workflow.ok) draft.findings.push(...workflow.findings)
  for (const file of [...files.keys()].sort()) {
    const kind = fileKindOf(file)
    const bytes = files.get(file)
    if (!kind || !bytes) continue
    add(draft, file, await partOf(kind, file, bytes, memory, checkTemplate))
    await pause()
  }
  for (const path of memory.keys()) if (!files.has(path)) memory.delete(path)
  const paths = [...files.keys()]
  return {
    ...draft,
    workflow: workflow.ok ? workflow.value : undefined,
    names: { forms: namesOf(paths, 'forms/', '.form.json'), templates: namesOf(paths, 'templates/', '.hbs') },
    unread: draft.unread > 0,
  }
}

const emptyDraft = (checkTemplate: CheckTemplate | undefined): Draft => ({
  diagrams: [],
  decisions: new Map(),
  forms: new Map(),
  templates: new Map(),
  facts: new Map(),
  tests: [],
  findings: [],
  checkTemplate,
  unread: 0,
})

async function partOf(
  kind: FileKind,
  file: string,
  bytes: Uint8Array,
  memory: PartsMemory,
  checkTemplate: CheckTemplate | undefined,
): Promise<Draft> {
  const before = memory.get(file)
  if (before?.bytes === bytes) return before.part
  const part = emptyDraft(checkTemplate)
  await READERS[kind](file, bytes, part)
  memory.set(file, { bytes, part })
  return part
}

function add(draft: Draft, file: string, part: Draft): void {
  draft.diagrams.push(...part.diagrams)
  draft.tests.push(...part.tests)
  draft.findings.push(...part.findings)
  draft.unread += part.unread
  for (const [id, form] of part.forms) draft.forms.set(id, form)
  for (const [name, template] of part.templates) draft.templates.set(name, template)
  for (const [name, facts] of part.facts) draft.facts.set(name, facts)
  for (const [id, decision] of part.decisions) {
    if (draft.decisions.has(id)) draft.findings.push(repeated(file, id))
    draft.decisions.set(id, decision)
  }
}

const namesOf = (paths: readonly string[], folder: string, ending: string): ReadonlySet<string> =>
  new Set(paths.filter((it) => it.startsWith(folder)).map((it) => nameWithin(it, folder, ending)))

async function readDiagram(file: string, bytes: Uint8Array, draft: Draft): Promise<void> {
  const text = readText(file, bytes)
  const read = text.ok ? await readBpmn(file, text.value) : text
  if (read.ok) draft.diagrams.push(read.diagram)
  else unread(draft, read.findings)
}

async function readDecisions(file: string, bytes: Uint8Array, draft: Draft): Promise<void> {
  const text = readText(file, bytes)
  const read = text.ok ? await readDmn(file, text.value) : text
  if (!read.ok) return unread(draft, read.findings)
  draft.findings.push(...read.warnings)
  for (const decision of read.decisions) {
    if (draft.decisions.has(decision.id)) draft.findings.push(repeated(file, decision.id))
    draft.decisions.set(decision.id, decision)
  }
}

function unread(draft: Draft, findings: readonly Finding[]): void {
  draft.unread++
  draft.findings.push(...findings)
}

function repeated(file: string, id: string): Finding {
  return mistake(
    'package/duplicate-decision',
    { file, place: id },
    {
      en: `Expected every decision id once in the package, but ${quoted(id)} stands in two files`,
      ar: `يجب أن يظهر معرّف القرار مرة واحدة في الحزمة، لكن ${quoted(id)} ورد في ملفين`,
    },
    { en: 'Give one of the two another id', ar: 'أعطِ أحدهما معرّفًا آخر' },
  )
}

function readTemplate(file: string, bytes: Uint8Array, { templates, facts, findings, checkTemplate }: Draft): void {
  const text = readText(file, bytes)
  if (!text.ok) return void findings.push(...text.findings)
  if (bytes.length > LARGEST_TEMPLATE) {
    findings.push(
      mistake(
        'package/too-large',
        { file },
        {
          en: `Expected a template of at most ${String(LARGEST_TEMPLATE)} bytes, but found ${String(bytes.length)}`,
          ar: `يجب ألا يزيد القالب على ${String(LARGEST_TEMPLATE)} بايت، لكن وُجد ${String(bytes.length)}`,
        },
        { en: 'Shorten the template', ar: 'اختصر القالب' },
      ),
    )
    return
  }
  findings.push(...(checkTemplate?.(file, text.value) ?? []), ...unwrittenFindings(file, text.value))
  const name = nameWithin(file, 'templates/', '.hbs')
  templates.set(name, text.value)
  facts.set(name, factsIn(text.value))
}
