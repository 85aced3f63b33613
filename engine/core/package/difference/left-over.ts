/**
 * Files that differ without a difference of meaning: drawn otherwise, written otherwise, or not to be read.
 *
 * A drawing whose shapes moved is told even where its steps changed too: what was looked at is not what will be seen.
 */
import { fileKindOf } from '../files.ts'
import { versioned } from '../title-page.ts'
import type { Text } from '../../text.ts'
import type { Difference } from './difference.ts'
import type { Side } from './side.ts'
import { quote, same } from './words.ts'

export function leftOver(before: Side, after: Side, found: readonly Difference[]): readonly Difference[] {
  const told = new Set(found.map(({ file }) => file))
  const paths = [...new Set([...before.files.keys(), ...after.files.keys()])].toSorted()
  return paths.flatMap((file) => {
    const [older, newer] = [before.files.get(file), after.files.get(file)]
    if (older === newer || isOnlyVersion(file, older, newer)) return []
    if (before.unread.has(file) || after.unread.has(file)) return [unread(file)]
    const drawn = moved(before, after, file)
    if (told.has(file)) return drawn ? [moves(file)] : []
    if (older === undefined || newer === undefined) return [wholeFile(file, older === undefined ? 'added' : 'removed')]
    return [isDrawing(file) ? drawing(file) : rewritten(file)]
  })
}

/** Whoever publishes names the version; it says nothing of what is in it. */
const isOnlyVersion = (file: string, older = '', newer = ''): boolean =>
  fileKindOf(file) === 'workflow' && versioned(older, '0.0.0') === versioned(newer, '0.0.0')

const isDrawing = (file: string): boolean => fileKindOf(file) === 'bpmn' || fileKindOf(file) === 'dmn'

/** The places of its shapes, as they are written. */
const PLACES = /<(?:[\w-]+:)?(?:Bounds|waypoint)\b[^>]*>/g

function moved(before: Side, after: Side, file: string): boolean {
  const [older, newer] = [before.files.get(file), after.files.get(file)]
  if (older === undefined || newer === undefined || !isDrawing(file)) return false
  const [was, is] = [older.match(PLACES) ?? [], newer.match(PLACES) ?? []]
  return was.join() !== is.join()
}

function drawing(file: string): Difference {
  return only('drawing', file, {
    ar: `الرسم فقط: تغيّر شكل ${quote(same(file)).ar}، دون ما يحدث`,
    en: `Drawing only: ${quote(same(file)).en} looks otherwise; nothing of what happens changes by it`,
  })
}

/** Beside what is told of it. */
function moves(file: string): Difference {
  return only('drawing', file, {
    ar: `تغيّرت أماكن أشكال في ${quote(same(file)).ar}، إلى جانب ما ذُكر`,
    en: `Shapes of ${quote(same(file)).en} stand elsewhere, beside what is told of it`,
  })
}

function rewritten(file: string): Difference {
  return fileKindOf(file) === 'readme'
    ? only('readme', file, {
        ar: 'تغيّر الشرح المرافق (README)',
        en: 'The explanation beside the package (README) changes',
      })
    : only('drawing', file, {
        ar: `${quote(same(file)).ar}: كُتب بطريقة أخرى والمعنى نفسه`,
        en: `${quote(same(file)).en} is written otherwise and says the same`,
      })
}

function wholeFile(file: string, change: 'added' | 'removed'): Difference {
  const called = quote(same(file))
  const sentence =
    change === 'added'
      ? { ar: `ملف جديد: ${called.ar}`, en: `New file: ${called.en}` }
      : { ar: `حُذف الملف: ${called.ar}`, en: `Removed file: ${called.en}` }
  return { ...only(fileKindOf(file) === 'readme' ? 'readme' : 'drawing', file, sentence), change }
}

function unread(file: string): Difference {
  const sentence = {
    ar: `تعذّرت قراءة ${quote(same(file)).ar} في أحد الإصدارين، فلا يمكن بيان ما تغيّر فيه`,
    en: `${quote(same(file)).en} cannot be read on one side, so what changed in it cannot be told`,
  }
  return { ...only('unread', file, sentence), weight: 'law' }
}

const only = (kind: 'drawing' | 'readme' | 'unread', file: string, sentence: Text): Difference => ({
  subject: { kind },
  change: 'changed',
  weight: 'look',
  file,
  sentence,
})
