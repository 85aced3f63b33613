/** One of the two packages that are compared, opened as far as it can be: a draft need not be sound to be told apart. */
import { scanXml } from '../../bpmn/scan.ts'
import type { ModdleElement } from '../../bpmn/element.ts'
import { parseBpmn } from '../../bpmn/moddle.ts'
import { BOOLEANS } from '../../bpmn/vocabulary.ts'
import { Findings } from '../../dmn/finding.ts'
import { parseDmn, type Definitions } from '../../dmn/source.ts'
import type { JsonObject } from '../../json.ts'
import { readJson, readText } from '../content.ts'
import { fileKindOf, nameWithin, type PackageFiles } from '../files.ts'

export interface Side {
  /** Text by path. */
  readonly files: ReadonlyMap<string, string>
  /** {} where there is none. */
  readonly workflow: JsonObject
  readonly drawings: readonly { readonly file: string; readonly definitions: ModdleElement }[]
  readonly tables: readonly { readonly file: string; readonly definitions: Definitions }[]
  readonly forms: readonly { readonly file: string; readonly id: string; readonly json: JsonObject }[]
  readonly tests: readonly { readonly file: string; readonly json: JsonObject }[]
  readonly unread: ReadonlySet<string>
}

export async function openSide(bytes: PackageFiles): Promise<Side> {
  const files = new Map<string, string>()
  const unread = new Set<string>()
  const drawings: { file: string; definitions: ModdleElement }[] = []
  const tables: { file: string; definitions: Definitions }[] = []
  const forms: { file: string; id: string; json: JsonObject }[] = []
  const tests: { file: string; json: JsonObject }[] = []
  let workflow: JsonObject = {}
  const json = (file: string, content: Uint8Array): JsonObject | undefined => {
    const read = readJson(file, content)
    if (!read.ok) unread.add(file)
    return read.ok ? read.value : undefined
  }
  for (const [file, content] of [...bytes].toSorted(([one], [other]) => (one < other ? -1 : 1))) {
    const text = readText(file, content)
    files.set(file, text.ok ? text.value : new TextDecoder().decode(content))
    if (!text.ok) unread.add(file)
    else if (fileKindOf(file) === 'workflow') workflow = json(file, content) ?? {}
    else if (fileKindOf(file) === 'bpmn') {
      const definitions = await drawingOf(file, text.value)
      if (definitions) drawings.push({ file, definitions })
      else unread.add(file)
    } else if (fileKindOf(file) === 'dmn') {
      const definitions = await tableOf(file, text.value)
      if (definitions) tables.push({ file, definitions })
      else unread.add(file)
    } else if (fileKindOf(file) === 'form') {
      const form = json(file, content)
      if (form) forms.push({ file, id: nameWithin(file, 'forms/', '.form.json'), json: form })
    } else if (fileKindOf(file) === 'test') {
      const test = json(file, content)
      if (test) tests.push({ file, json: test })
    }
  }
  return { files, workflow, drawings, tables, forms, tests, unread }
}

async function drawingOf(file: string, xml: string): Promise<ModdleElement | undefined> {
  if (scanXml(file, xml, BOOLEANS).length > 0) return undefined
  const parsed = await parseBpmn(xml)
  return 'unreadable' in parsed ? undefined : parsed.root
}

async function tableOf(file: string, xml: string): Promise<Definitions | undefined> {
  return scanXml(file, xml).length > 0 ? undefined : parseDmn(xml, new Findings(file))
}
