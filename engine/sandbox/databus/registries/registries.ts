/** The registers behind the data bus's double; the one table that lists them. */
import { civilRegistry } from './civil-registry.ts'
import { judicialRecord } from './judicial-record.ts'
import { notary } from './notary.ts'
import type { Registry } from './registry.ts'

export const REGISTRIES: readonly Registry[] = [civilRegistry, judicialRecord, notary]
