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

/** A failure that says where it happened; a bug passes through as it is. */
export function prefixed(failure: unknown, where: string): unknown {
  return failure instanceof Failure ? new Failure(failure.code, `${where}: ${failure.sentence()}`) : failure
}
