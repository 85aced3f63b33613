/** What an input says of itself: its direction, how long its text may be, what the browser may fill in. */
import type { JsonObject } from '../../engine/core/json.ts'
import type { Field } from '../form.ts'

/** Codes and numbers run from left to right on an Arabic page too: the layout says so, or the pattern knows no other letters. */
export function leftToRight({ options, schema }: Field): boolean {
  if (typeof options['dir'] === 'string') return options['dir'] === 'ltr'
  const pattern = schema['pattern']
  return typeof pattern === 'string' && /^\^[\x20-\x7E]*\$$/.test(pattern) && !/\\[pPsSwW]|\[\^|\.[*+]/.test(pattern)
}

const WIDTHS = [2, 4, 10, 20] as const

/** "width" of the layout in characters, or what the schema lets fit. */
export function limits({ options, schema }: Field): JsonObject {
  const most = schema['maxLength']
  const wide = typeof options['width'] === 'number' ? options['width'] : typeof most === 'number' ? most : undefined
  const width = WIDTHS.find((it) => wide !== undefined && wide <= it)
  const fill = options['autocomplete']
  return {
    ...(width === undefined ? {} : { width }),
    ...(typeof fill === 'string' ? { autocomplete: fill } : {}),
  }
}
