/** From the file an analyst drew to a drawing the rules can judge, or to the reasons why it cannot be read. */
import { mistake, quoted } from '../finding.ts'
import type { Finding } from '../problem.ts'
import type { Text } from '../text.ts'
import { diagramOf, type Diagram } from './diagram.ts'
import { placeOf } from './element.ts'
import { parseBpmn, type ModdleWarning } from './moddle.ts'
import { scanXml } from './scan.ts'
import { BOOLEANS } from './vocabulary.ts'

export type BpmnRead =
  | { readonly ok: true; readonly diagram: Diagram }
  | { readonly ok: false; readonly findings: readonly Finding[] }

/** Every warning of the model reader refuses the file: behind a warning, an element was dropped. */
export async function readBpmn(file: string, xml: string): Promise<BpmnRead> {
  const scanned = scanXml(file, xml, BOOLEANS)
  if (scanned.length > 0) return { ok: false, findings: scanned }
  const parsed = await parseBpmn(xml)
  if ('unreadable' in parsed) return { ok: false, findings: [unreadable(file, parsed.unreadable)] }
  if (parsed.warnings.length > 0) return { ok: false, findings: parsed.warnings.map((it) => refused(file, it)) }
  return { ok: true, diagram: diagramOf(file, parsed.root) }
}

export function unreadable(file: string, reason: string): Finding {
  return mistake(
    'bpmn/unreadable',
    { file },
    {
      en: `Expected a BPMN 2.0 file with <definitions> as its root, but: ${firstLine(reason)}`,
      ar: `يجب أن يكون الملف BPMN 2.0 وجذره ‎<definitions>‎، لكن: ${firstLine(reason)}`,
    },
    { en: 'Save the drawing again from a BPMN modeller', ar: 'احفظ الرسم من جديد من أداة رسم BPMN' },
  )
}

interface Known {
  readonly rule: string
  readonly pattern: RegExp
  message(what: string): Text
  readonly remedy: Text
}

const KNOWN: readonly Known[] = [
  {
    rule: 'bpmn/unresolved-reference',
    pattern: /unresolved reference <([^>]*)>/,
    message: (what) => ({
      en: `Expected a reference to an element of this file, but no element has the id ${quoted(what)}`,
      ar: `يجب أن يشير المرجع إلى عنصر في الملف، لكن لا عنصر بالمعرّف ${quoted(what)}`,
    }),
    remedy: { en: 'Draw the missing element or remove the reference', ar: 'ارسم العنصر الناقص أو احذف المرجع' },
  },
  {
    rule: 'bpmn/unsupported-attribute',
    pattern: /unknown attribute <([^>]*)>/,
    message: (what) => ({
      en: `Expected an attribute that BPMN or zeebe knows, but found ${quoted(what)}`,
      ar: `يجب أن تكون السمة من BPMN أو zeebe، لكن وُجدت ${quoted(what)}`,
    }),
    remedy: { en: 'Remove the attribute', ar: 'احذف السمة' },
  },
  {
    rule: 'bpmn/unsupported-element',
    pattern: /(?:unrecognized element|unexpected element|unknown type|unparsable content) <([^>]*)>/,
    message: (what) => ({
      en: `Expected an element that may stand here, but found ${quoted(what)}`,
      ar: `يجب أن يكون العنصر مسموحًا في هذا الموضع، لكن وُجد ${quoted(what)}`,
    }),
    remedy: { en: 'Remove the element or move it where BPMN allows it', ar: 'احذف العنصر أو انقله إلى حيث يسمح BPMN' },
  },
]

function refused(file: string, warning: ModdleWarning): Finding {
  const place = placeOf(warning.element) ?? lineIn(warning.message)
  const where = place === undefined ? { file } : { file, place }
  for (const known of KNOWN) {
    const what = known.pattern.exec(warning.message)?.[1]
    if (what !== undefined) return mistake(known.rule, where, known.message(what), known.remedy)
  }
  return mistake(
    'bpmn/unreadable',
    where,
    {
      en: `Expected a drawing that can be read without loss, but: ${firstLine(warning.message)}`,
      ar: `يجب أن يُقرأ الرسم دون فقد، لكن: ${firstLine(warning.message)}`,
    },
    { en: 'Correct the element or remove it', ar: 'صحّح العنصر أو احذفه' },
  )
}

function lineIn(message: string): string | undefined {
  const line = /line: (\d+)/.exec(message)?.[1]
  return line === undefined ? undefined : `line ${String(Number(line) + 1)}`
}

/** The reader's own message is long and technical; its innermost reason says most. */
function firstLine(message: string): string {
  const nested = /nested error: ([^\n]*)/.exec(message)?.[1]
  return (nested ?? message.split('\n')[0] ?? '').slice(0, 200)
}
