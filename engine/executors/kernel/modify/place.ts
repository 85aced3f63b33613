/** Where an element that is begun by hand belongs: in which scope at work, and through which ones begun with it. */
import type { LocalId } from '../../../core/ids.ts'
import { type Finding, type Problem, invalid } from '../../../core/problem.ts'
import type { Element, ElementIndex, ElementKind, Program } from '../../../core/program.ts'
import { type Inner, type Run, elementAt, elementNamed } from '../run.ts'
import { innersOf } from './inners.ts'
import { CANCELLED, ENDED, cannotBegin, noScope, notLive, unknownElement } from './refusal.ts'

export interface Place {
  readonly element: Element
  readonly program: Program
  readonly scope: LocalId
  /** Scopes to begin between the two, the outermost first. */
  readonly through: readonly Element[]
}

/** Where it is played: what is at work, and what of it is cancelled by the same instructions. */
export interface Stage {
  readonly run: Run
  readonly going: ReadonlySet<LocalId>
}

/** Kinds that only begin by what happens, never by a token. */
const NEVER: ReadonlySet<ElementKind> = new Set(['process', 'eventStart', 'eventSubProcess'])

export function placeFor({ run, going }: Stage, id: string, within: LocalId | undefined): Place | Finding {
  if (within !== undefined && !run.draft.elements[within]) return notLive(within, ENDED)
  if (within !== undefined && going.has(within)) return notLive(within, CANCELLED)
  const left = liveIds(run).filter((scope) => !going.has(scope))
  const candidates = (within === undefined ? left : [within]).flatMap((scope) => candidate(run, scope, id))
  if (candidates.length === 0) return absent(run, id, within)
  const nearest = Math.min(...candidates.map(({ through }) => through.length))
  const found = candidates.filter(({ through }) => through.length === nearest)
  const [place] = found
  if (!place || found.length > 1) {
    const scopes = found.map(({ scope }) => scope).join(', ')
    return noScope(id, { en: `it may be begun in ${scopes}`, ar: `يمكن بدؤه في ${scopes}` })
  }
  return fit(place)
}

function fit<P extends Pick<Place, 'element' | 'program' | 'through'>>(place: P): P | Finding {
  const { element, through } = place
  if (NEVER.has(element.kind) || isCompensation(place.program, element))
    return cannotBegin(element.id, { en: `it is of the kind ${element.kind}`, ar: `هو من النوع ${element.kind}` })
  const special = through.find(({ kind, loop }) => kind === 'eventSubProcess' || loop !== undefined)
  if (special)
    return cannotBegin(element.id, {
      en: `it stands inside ${special.id}, which is not at work and cannot be begun for it`,
      ar: `يقع داخل ${special.id}، وهو غير عامل ولا يمكن بدؤه لأجله`,
    })
  return place
}

/** Where a process that is begun anew goes on: each element in the scopes that enclose it. */
export function placesIn(program: Program, at: readonly string[]): readonly Inner[] | Problem {
  const places = at.map((id): Pick<Place, 'element' | 'program' | 'through'> | Finding => {
    const index = program.byId.get(id)
    if (index === undefined)
      return unknownElement(id, {
        en: `${program.key} has none of this id`,
        ar: `لا عنصر بهذا المعرّف في ${program.key}`,
      })
    const element = elementAt(program, index)
    return fit({ element, program, through: enclosingIn(program, element, 0) ?? [] })
  })
  const refusals = places.filter((place) => 'rule' in place)
  if (at.length > 0 && refusals.length === 0) return innersOf(places.filter((place) => 'element' in place))
  return invalid(
    'restart.refused',
    `Expected elements of ${program.key} that can be begun, but ${refusals.length} of ${at.length} cannot`,
    refusals,
  )
}

/** Elements between this one and the enclosing one, the outermost first; undefined: it does not enclose it. */
function enclosingIn(program: Program, element: Element, enclosing: ElementIndex): readonly Element[] | undefined {
  const through: Element[] = []
  for (let at = element.parent; at >= 0; at = elementAt(program, at).parent) {
    if (at === enclosing) return through.toReversed()
    through.push(elementAt(program, at))
  }
  return undefined
}

/** Compensation begins by what is thrown, at the event as at its handler. */
const isCompensation = ({ elements }: Program, { index }: Element): boolean =>
  elements.some(
    (event) =>
      event.kind === 'boundaryEvent' &&
      event.trigger.kind === 'compensation' &&
      (event.index === index || event.trigger.handler === index),
  )

const liveIds = ({ draft }: Run): readonly LocalId[] => Object.keys(draft.elements) as LocalId[]

/** The scope as a place for the element, where it encloses it in the drawing. */
function candidate(run: Run, scope: LocalId, id: string): readonly Place[] {
  const record = run.draft.element(scope)
  const program = run.programAt(scope)
  const index = program.byId.get(id)
  const enclosing = elementNamed(program, record.element)
  if (index === undefined || isBody(enclosing, record.loopCounter) || record.compensation || record.canceled) return []
  const element = elementAt(program, index)
  const through = enclosingIn(program, element, enclosing.index)
  return through ? [{ element, program, scope, through }] : []
}

/** The items of a multi-instance activity are scopes, their body is none. */
const isBody = ({ loop }: Element, loopCounter: number | undefined): boolean =>
  loop !== undefined && loopCounter === undefined

function absent(run: Run, id: string, within: LocalId | undefined): Finding {
  const programs = new Set(liveIds(run).map((live) => run.programAt(live)))
  if (![...programs].some((program) => program.byId.has(id)))
    return unknownElement(id, { en: 'no procedure at work has it', ar: 'لا يوجد في أي إجراء عامل' })
  return within === undefined
    ? noScope(id, { en: 'nothing that encloses it is at work', ar: 'لا شيء مما يحيط به قيد العمل' })
    : noScope(id, {
        en: `the element instance ${within} does not enclose it`,
        ar: `العنصر العامل ${within} لا يحيط به`,
      })
}
