/**
 * All built-in functions by name: chapter 10.3.4 of DMN 1.5, and what Camunda 8 adds (trim, is blank, is empty, extract, duplicate values,
 * partition, last day of month, assert, cycle), and the days an office works. `is defined` and `get or else` are constructs of the compiler, because they look before they evaluate.
 */
import { booleanBuiltins } from './boolean.ts'
import type { Builtin } from './builtin.ts'
import { contextBuiltins } from './context.ts'
import { conversionBuiltins } from './conversion.ts'
import { listBuiltins } from './list.ts'
import { numberBuiltins } from './number.ts'
import { patternBuiltins } from './pattern.ts'
import { rangeBuiltins } from './range.ts'
import { statisticsBuiltins } from './statistics.ts'
import { stringBuiltins } from './string.ts'
import { temporalBuiltins } from './temporal.ts'
import { workingDayBuiltins } from './working-day.ts'

export const builtins: ReadonlyMap<string, Builtin> = new Map(
  [
    ...conversionBuiltins,
    ...booleanBuiltins,
    ...stringBuiltins,
    ...patternBuiltins,
    ...numberBuiltins,
    ...listBuiltins,
    ...statisticsBuiltins,
    ...contextBuiltins,
    ...temporalBuiltins,
    ...workingDayBuiltins,
    ...rangeBuiltins,
  ].map((each) => [each.name, each]),
)
