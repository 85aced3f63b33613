/** A box whose value is held to a declared type. */
import { Failure } from '../feel/failure.ts'
import type { Boxed } from './boxed.ts'
import type { Type } from './type.ts'

/** @param name what the failure calls the value */
export function checked(box: Boxed, type: Type | undefined, name: string): Boxed {
  if (type === undefined) return box
  return {
    evaluate(scope, run) {
      const value = box.evaluate(scope, run)
      try {
        return type.conform(value, run, false)
      } catch (failure) {
        throw prefixed(failure, name)
      }
    },
  }
}

/**
 * A failure that says where it happened; a bug passes through as it is. Of a long way through functions that call each
 * other, the outermost and the innermost stations stay.
 */
export function prefixed(failure: unknown, where: string): unknown {
  if (!(failure instanceof Failure)) return failure
  const { code, reason, place } = failure
  const end = reason.length > LONGEST_REASON ? `… ${reason.slice(-LONGEST_REASON)}` : reason
  const told = new Failure(code, `${where.slice(0, LONGEST_PLACE)}: ${end}`)
  return place === null ? told : told.at(place)
}

const LONGEST_REASON = 300
const LONGEST_PLACE = 120
