/**
 * Prints what a template would look like: the real template, browser and letters, with facts that are made up. The square
 * holds no mark, nothing is kept, and "specimen" stands across every page before anything of the template does, so that
 * nothing in it can close, hide or cover the word.
 */
import type { Clock } from '../../core/clock.ts'
import { fairQueue, type FairQueueLimits } from '../../core/fair-queue.ts'
import { invalid, limited, type Problem } from '../../core/problem.ts'
import { SPECIMEN, type Specimen, type SpecimenOrder, type SpecimenPrinter } from '../../core/specimen.ts'
import { checkTemplate, isPlainText } from '../../core/template/check.ts'
import { pageOf } from './printing/page.ts'
import type { Printer } from './printing/printer.ts'
import type { Renderers } from './templates/renderers.ts'
import { dayOf } from './validity.ts'

interface SpecimenDeps {
  readonly renderers: Renderers
  readonly printer: Printer
  readonly clock: Clock
  readonly timeZone: string
}

/** Few at the same time, so that analysts never stand before citizens for long; never all of them of one agency, and few waiting. */
const LIMITS: FairQueueLimits = { atOnce: 3, ofOne: 2, waiting: 4 }
const YEAR = 365 * 86_400_000

export function specimenPrinter(deps: SpecimenDeps): SpecimenPrinter {
  const queue = fairQueue(LIMITS)
  return async (agency, order) =>
    queue.run(agency, () => specimen(order, deps)) ??
    limited('specimen.busy', 'Expected fewer previews of your agency at the same time; ask again in a moment')
}

async function specimen(order: SpecimenOrder, deps: SpecimenDeps): Promise<Specimen | Problem> {
  const { file, template, sample, language } = order
  const findings = checkTemplate(file, template)
  if (findings.length > 0) return invalid('template.refused', `Expected ${file} to be a safe template`, findings)
  const medium = isPlainText(file) ? 'text' : 'html'
  const filled = await deps.renderers.render({
    template,
    data: JSON.stringify({ ...sample, document: facts(deps) }),
    medium,
    setting: { language, timeZone: deps.timeZone, verifyUrl: `${SPECIMEN.en} ${SPECIMEN.ar}` },
  })
  if (filled.kind === 'refused') return invalid('template.data', `${filled.reason} (${file})`)
  if (medium === 'text') return { kind: 'notice', text: filled.text }
  const page = await pageOf({ title: `${SPECIMEN.ar} · ${SPECIMEN.en}`, language, body: ACROSS + filled.text })
  return { kind: 'paper', bytes: await deps.printer.print(page, deps.clock.now()) }
}

/** What Masar fills: no serial of a register, no application. */
function facts({ clock, timeZone }: SpecimenDeps) {
  const now = Math.floor(clock.now() / 1_000) * 1_000
  return {
    serial: SPECIMEN.en,
    reference: `${SPECIMEN.en}-0000`,
    issuedAt: new Date(now).toISOString(),
    validUntil: dayOf(now + YEAR, timeZone),
  }
}

/** Of its own element alone, and more important than any rule of the template: "fixed" is on every page that is printed. */
const STYLE = Object.entries({
  all: 'initial',
  position: 'fixed',
  inset: '0',
  display: 'grid',
  'place-items': 'center',
  'z-index': '2147483647',
  transform: 'rotate(-35deg)',
  opacity: '0.28',
  color: '#9c1c28',
  font: '700 58pt Amiri, serif',
  'text-align': 'center',
  'white-space': 'pre',
  'pointer-events': 'none',
})
  .map(([name, value]) => `${name}:${value}!important`)
  .join(';')

const ACROSS = `<div style="${STYLE}">${SPECIMEN.ar}\n${SPECIMEN.en}</div>`
