/** Who may take a task, by when and how urgent it is, as the author's expressions say. */
import { type UserId, partyId } from '../../../core/ids.ts'
import type { JsonValue } from '../../../core/json.ts'
import type { Expression } from '../../../core/program.ts'
import { isProblem } from '../../../core/problem.ts'
import { momentOf } from '../../../core/timer.ts'
import { Failure } from '../failure.ts'
import { type Asked, unfit, valueOf } from '../variables/evaluate.ts'
import { DATE_STEPS } from '../variables/effort.ts'
import type { Visit } from '../visit.ts'

const NORMAL_PRIORITY = 50
const HIGHEST_PRIORITY = 100
const MOST_NAMES = 200
const LONGEST_NAME = 200

const isName = (name: unknown): name is string => typeof name === 'string' && name.length <= LONGEST_NAME

/** A user's name; null or an empty text means nobody yet. */
export function assignee(visit: Visit, expression: Expression | undefined): UserId | undefined | Failure {
  if (!expression) return undefined
  const value = valueOf(visit, 'the assignee', expression)
  if (value instanceof Failure) return value
  if (value === null || value === '') return undefined
  const user = typeof value === 'string' ? partyId(value) : undefined
  return user === undefined || isProblem(user)
    ? unfit('expression', visit, 'the assignee', expression, 'a user name', value)
    : user
}

/** A list of texts, or one text with commas; null means none. */
export function candidates(
  visit: Visit,
  asked: Asked,
  expression: Expression | undefined,
): readonly string[] | Failure {
  if (!expression) return []
  const value = valueOf(visit, asked, expression)
  if (value instanceof Failure) return value
  const names = typeof value === 'string' ? value.split(',') : value
  if (names === null) return []
  if (!Array.isArray(names) || names.length > MOST_NAMES || !names.every(isName))
    return unfit(
      'expression',
      visit,
      asked,
      expression,
      `a list of names, or names with commas between them, at most ${MOST_NAMES}`,
      value,
    )
  return names.map((name) => name.trim()).filter((name) => name !== '')
}

/** Epoch milliseconds of a date, or of a duration from now; null or an empty text means no date. */
export function moment(visit: Visit, asked: Asked, expression: Expression | undefined): number | undefined | Failure {
  if (!expression) return undefined
  const value = valueOf(visit, asked, expression)
  if (value instanceof Failure) return value
  if (value === null || value === '') return undefined
  if (typeof value !== 'string') return unfit('expression', visit, asked, expression, 'a date or a duration', value)
  visit.run.effort.charge(DATE_STEPS)
  const found = momentOf(value, visit.now, visit.run.ctx.calendar)
  return found.ok ? found.due : unfit('expression', visit, asked, expression, 'a date or a duration', value)
}

export function priority(visit: Visit, expression: Expression | undefined): number | Failure {
  if (!expression) return NORMAL_PRIORITY
  const value = valueOf(visit, 'the priority', expression)
  if (value instanceof Failure) return value
  const number = wholeNumber(value)
  if (number !== undefined && number >= 0 && number <= HIGHEST_PRIORITY) return number
  return unfit('expression', visit, 'the priority', expression, `a whole number from 0 to ${HIGHEST_PRIORITY}`, value)
}

function wholeNumber(value: JsonValue): number | undefined {
  const number = typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value
  return typeof number === 'number' && Number.isInteger(number) ? number : undefined
}
