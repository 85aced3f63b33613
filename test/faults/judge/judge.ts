/** The judge: reads the disk of the dead and the ledgers of the others, and compares them with the clients' book. */
import type { Book } from '../book.ts'
import type { House } from '../house.ts'
import { judgeArchive } from './archive.ts'
import { judgeCommands } from './commands.ts'
import { NOTHING, together, type Findings } from './findings.ts'
import { judgeOutside } from './outside.ts'
import { judgeProjection } from './projection.ts'
import { readRecord } from './record.ts'
import { judgeRest } from './rest.ts'
import { judgeWhole } from './whole.ts'

/** @param when 'on the way': right after a death, with cases half done. 'at rest': when nothing is left to do. */
export function judge(house: House, book: Book, when: 'on the way' | 'at rest'): Findings {
  const record = readRecord(house.data)
  const atRest = when === 'at rest'
  return together([
    judgeCommands(record, book, atRest),
    judgeArchive(record, atRest),
    judgeOutside(record, house.ledgers()),
    judgeWhole(record),
    judgeProjection(record),
    atRest ? judgeRest(record, book) : NOTHING,
    atRest ? { ...NOTHING, broken: [...book.wonders(), ...house.complaints()] } : NOTHING,
  ])
}
