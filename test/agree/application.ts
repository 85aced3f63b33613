/** One random application: what is drawn, and what happens to it. Its seed alone makes it again. */
import { type Arbitrary, sample, tuple } from 'fast-check'
import type { Program } from '../../engine/core/program.ts'
import { dice } from './comparison/scenario.ts'
import type { Procedure } from './drawing/block.ts'
import { procedures } from './drawing/chance.ts'
import { deployed } from './drawing/deployed.ts'
import type { ProcessDrawing } from './drawing/drawing.ts'
import { drawingOf } from './drawing/layout/layout.ts'
import { xmlOf } from './drawing/xml.ts'

export type Chance = [Procedure, readonly number[]]

export const applications: Arbitrary<Chance> = tuple(procedures, dice)

export interface Application {
  readonly drawing: readonly ProcessDrawing[]
  readonly xml: string
  readonly programs: readonly Program[]
  readonly dice: readonly number[]
}

export async function application([procedure, thrown]: Chance): Promise<Application> {
  const drawing = drawingOf(procedure)
  const xml = xmlOf(drawing)
  return { drawing, xml, programs: await deployed(xml), dice: thrown }
}

export function chance(seed: number): Chance {
  const [made] = sample(applications, { numRuns: 1, seed })
  if (!made) throw new Error('Expected one application')
  return made
}
