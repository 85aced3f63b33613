/** What an analyst reads when a drawing is refused: every finding with its file, element, reason and remedy, twice. */
import assert from 'node:assert/strict'
import { checkPackage } from '../../engine/core/package/package.ts'
import type { PackageFiles } from '../../engine/core/package/files.ts'
import type { Finding } from '../../engine/core/problem.ts'
import type { ProcessDrawing } from './draw.ts'
import { note, rowsIn } from '../coverage/record.ts'
import { pack } from './pack.ts'

const ARABIC = /\p{Script=Arabic}/u

/** "bpmn/timers Late" of every error, in order; each must say all it has to in both languages. */
export async function refused(drawing: ProcessDrawing | PackageFiles): Promise<readonly string[]> {
  const files = 'id' in drawing ? pack([drawing]) : drawing
  const checked = await checkPackage(files, { package: () => Promise.resolve(undefined) })
  if (checked.ok) return []
  const errors = checked.findings.filter((finding) => finding.severity === 'error')
  for (const finding of errors) expectWhole(finding)
  const rows = await rowsIn(files)
  note(
    'refused',
    errors.flatMap(({ place = '' }) => [...(rows.get(place) ?? [])]),
  )
  return errors.map((finding) => `${finding.rule} ${finding.place ?? ''}`)
}

function expectWhole({ file = '', place = '', message, messageAr = '', remedy = '', remedyAr = '' }: Finding): void {
  assert.match(file, /\.(bpmn|json)$/)
  assert.notEqual(place, '')
  assert.match(message, /^Expected /)
  assert.match(remedy, /^[A-Z]/)
  assert.match(messageAr, ARABIC)
  assert.match(remedyAr, ARABIC)
}
