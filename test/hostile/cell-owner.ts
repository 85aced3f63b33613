/** A server with a cell that never comes to an end: says which process the cell is. */
import { startCell } from '../../engine/packages/cell/cell.ts'
import type { Deed, Told } from './cell-program.ts'

const cell = startCell<Deed, Told>({
  program: new URL('./cell-program.ts', import.meta.url),
  memory: 64,
  deployed: async () => undefined,
})
const heard = await cell.ask({ kind: 'spin' }, 60_000)
process.send?.(heard)
// It stays until it is killed.
process.on('message', () => undefined)
