/**
 * A draft out of a file from elsewhere: a whole package, taken as it is, or one drawing, which gets the rest of a blank package around it.
 *
 * A drawing made for Camunda 7 or Operaton is rewritten for Masar, and what was done is told; any other stays byte for
 * byte. It may be unsound: the check says so in the designer, where it can be mended.
 */
import type { DraftFiles } from '../../core/package/file-changes.ts'
import { bilingual } from '../../core/bilingual.ts'
import { importBpmn } from '../../core/bpmn/import/import.ts'
import type { Note } from '../../core/bpmn/import/note.ts'
import { isPackageId, type AgencyId } from '../../core/ids.ts'
import { blankPackage, lastWord, titlePage } from '../../core/package/blank.ts'
import { textsOf } from '../../core/package/draft-files.ts'
import { jsonText, TITLE_PAGE, titlePageOf } from '../../core/package/title-page.ts'
import type { Author } from '../../core/policy/authoring.ts'
import { type Problem } from '../../core/problem.ts'
import type { Text } from '../../core/text.ts'
import type { EngineDeps } from '../../deps.ts'
import { readZip } from '../../packages/zip.ts'
import { unfitFiles } from './draft.ts'
import type { NewPackageDraft, Source } from './source.ts'

type Imported = Extract<NewPackageDraft, { kind: 'import' }>

export function importedFiles(deps: EngineDeps, author: Author, request: Imported): Promise<Source | Problem> {
  return isZip(request.content) ? importedPackage(author, request) : importedDrawing(deps, author, request)
}

/** "PK": what every zip begins with. */
const isZip = (content: Uint8Array): boolean => content[0] === 0x50 && content[1] === 0x4b

async function importedPackage({ agency }: Author, { name, content }: Imported): Promise<Source | Problem> {
  const read = await readZip(content)
  const texts = read.ok ? textsOf(read.files) : read
  if (!texts.ok) return unfitFiles(texts.findings)
  const page = titlePageOf(texts.files.get(TITLE_PAGE))
  const packageId = page.packageId ?? nameFrom(agency, name)
  return { agency, packageId, title: page.title ?? titleFrom(name), files: texts.files, label: from(name) }
}

async function importedDrawing(
  deps: EngineDeps,
  { agency }: Author,
  { name, content }: Imported,
): Promise<Source | Problem> {
  const packageId = nameFrom(agency, name)
  const file = `${lastWord(packageId)}.bpmn`
  const texts = textsOf(new Map([[file, content]]))
  if (!texts.ok) return unfitFiles(texts.findings)
  const drawn = texts.files.get(file) ?? ''
  const { xml, notes } = await forMasar(deps, agency, file, drawn)
  const process = processIn(xml)
  const title = process?.name ? titleFrom(process.name) : titleFrom(name)
  const around: DraftFiles = blankPackage({ packageId, title, agency })
  const page = jsonText(titlePage({ packageId, title, agency }, process?.id ?? lastWord(packageId)))
  return {
    agency,
    packageId,
    title,
    files: new Map([...around, [TITLE_PAGE, page], [file, xml]]),
    label: from(name),
    notes,
  }
}

const CAMUNDA_7 = 'http://camunda.org/schema/1.0/bpmn'

/** Beside the server: nobody knows who drew it. What cannot be rewritten stays as it is, and the check says why. */
async function forMasar(
  { gate }: EngineDeps,
  agency: AgencyId,
  file: string,
  xml: string,
): Promise<{ xml: string; notes: readonly Note[] }> {
  if (!xml.includes(CAMUNDA_7)) return { xml, notes: [] }
  const translated = gate ? await gate.import(agency, file, xml) : await importBpmn(file, xml)
  return translated.ok ? translated : { xml, notes: [] }
}

const ATTRIBUTES = /\b(id|name|isExecutable)\s*=\s*(?:"([^"]*)"|'([^']*)')/g

/** The first process that runs, else the first there is; read loosely, since the drawing may be broken. */
function processIn(xml: string): { readonly id: string; readonly name?: string } | undefined {
  const tags = [...xml.matchAll(/<(?:[\w.-]+:)?process\s[^<>]*>/g)].map(([tag]) =>
    Object.fromEntries([...tag.matchAll(ATTRIBUTES)].map(([, key = '', one, other]) => [key, one ?? other ?? ''])),
  )
  const found = tags.find(({ isExecutable }) => isExecutable === 'true') ?? tags[0]
  const id = found?.['id']
  if (id === undefined || id === '') return undefined
  return found?.['name'] ? { id, name: unescaped(found['name']) } : { id }
}

const unescaped = (text: string): string =>
  text.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')

/** A name in one language is the title in it; the other one is still to be written. */
function titleFrom(text: string): Text {
  const plain = text.replace(/\.(masar|zip|bpmn|xml)$/i, '').slice(0, 200)
  const { ar, en } = bilingual(plain)
  if (ar !== en) return { ar, en }
  return /\p{Script=Arabic}/u.test(plain) ? { ar: plain, en: '' } : { ar: '', en: plain }
}

/** "moj.birth-certificate" of "Birth certificate (2).bpmn". */
function nameFrom(agency: string, file: string): string {
  const word = file
    .toLowerCase()
    .replace(/\.[a-z]+$/, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^[-0-9]+|-+$/g, '')
    .slice(0, 40)
  const wanted = `${agency}.${word}`
  return isPackageId(wanted) ? wanted : `${agency}.imported`
}

const from = (name: string): Text => ({ ar: `من الملف ${name.slice(0, 80)}`, en: `From the file ${name.slice(0, 80)}` })
